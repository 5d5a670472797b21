package org.retold.dedupe.shard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.retold.dedupe.article.Arrival;
import org.retold.dedupe.article.Reference;
import org.retold.dedupe.sketch.Sketch;
import org.retold.dedupe.view.View;

/** A text on its way through a shard. */
public sealed interface Probe {

    View view();

    /** Of the view. */
    Sketch sketch();

    /** An article that another shard keeps: compared only. */
    record Passing(Arrival arrival, View view, Sketch sketch) implements Probe {}

    /** An article in the shard that keeps it. */
    record Homing(Arrival arrival, Reference reference, View view, Sketch sketch) implements Probe {}

    /**
     * A look-up: compared, never kept.
     *
     * @param published date of the text, where the asker knows it
     */
    record Asking(String lookupId, Instant asked, @Nullable Instant published, View view, Sketch sketch)
            implements Probe {}
}
