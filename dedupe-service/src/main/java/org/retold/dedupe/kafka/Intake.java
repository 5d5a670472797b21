package org.retold.dedupe.kafka;

import org.retold.contract.Rejection;
import org.retold.dedupe.article.Arrival;
import org.retold.dedupe.article.Reference;
import org.retold.dedupe.shard.Probe;
import org.retold.dedupe.sketch.Sketch;
import org.retold.dedupe.view.View;

/** What came of reading a record. */
public sealed interface Intake {

    /** An article, ready to be compared and kept. */
    record Arrived(Arrival arrival, Reference reference, View view, Sketch sketch) implements Intake {}

    /** A look-up, ready to be compared. */
    record Asked(Probe.Asking probe) implements Intake {}

    /** An article that was taken down. */
    record Withdrawn(Arrival arrival, String articleId) implements Intake {}

    /** Something that could not be read. */
    record Refused(Rejection rejection) implements Intake {}
}
