package org.retold.ingest.http;

import java.time.Duration;

/** Gives out turns at a site; all instances draw from the same budget. */
public interface SiteBudget {

    /**
     * Takes the next turn, unless it lies too far ahead.
     *
     * @param spacing least time between two turns
     * @param patience longest wait that is worth it
     */
    Turn next(String site, Duration spacing, Duration patience);

    /** What the budget says. */
    sealed interface Turn {

        /** @param delay until it is our turn */
        record Ours(Duration delay) implements Turn {}

        /** @param pause after which it may be worth asking again */
        record Later(Duration pause) implements Turn {}
    }
}
