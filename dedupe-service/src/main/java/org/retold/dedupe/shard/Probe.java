package org.retold.dedupe.shard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.retold.dedupe.article.Arrival;
import org.retold.dedupe.article.Reference;
import org.retold.dedupe.sketch.Sketch;
import org.retold.dedupe.view.View;

/** What passes through a shard, in the order of arrival. */
public sealed interface Probe {

    /** A text that is compared. */
    sealed interface Text extends Probe {

        View view();

        /** Of the view. */
        Sketch sketch();
    }

    /** An article that another shard keeps: compared only. */
    record Passing(Arrival arrival, View view, Sketch sketch) implements Text {}

    /** An article in the shard that keeps it. */
    record Homing(Arrival arrival, Reference reference, View view, Sketch sketch) implements Text {}

    /**
     * A look-up: compared, never kept.
     *
     * @param published date of the text, where the asker knows it
     */
    record Asking(String lookupId, Instant asked, @Nullable Instant published, View view, Sketch sketch)
            implements Text {}

    /** An article that was taken down: nothing is kept of it. */
    record Withdrawing(Arrival arrival, String articleId) implements Probe {}
}
