package org.retold.api;

import java.util.Map;

/** How the projection does, for those who ask from other threads. */
public final class ProjectionState {

    /** What it is at. */
    public sealed interface Phase {

        /** Has not read yet. */
        record Starting() implements Phase {}

        /** Reads what came while it was away; what is shown is older than the topics. */
        record CatchingUp(Map<String, Long> behind) implements Phase {

            public CatchingUp {
                behind = Map.copyOf(behind);
            }
        }

        /** Shows what the topics say. */
        record UpToDate() implements Phase {}

        /** Waits until something is there again. */
        record Waiting(String reason) implements Phase {}

        /** Was told to stop. */
        record Stopped() implements Phase {}
    }

    private volatile Phase phase = new Phase.Starting();

    public Phase phase() {
        return phase;
    }

    /** For the projection's thread alone. */
    void set(Phase next) {
        phase = next;
    }

    /** Once up to date, a few new records do not make it late. */
    void behind(Map<String, Long> records) {
        boolean none = records.values().stream().allMatch(count -> count == 0);
        if (none) {
            set(new Phase.UpToDate());
        } else if (!(phase instanceof Phase.UpToDate)) {
            set(new Phase.CatchingUp(records));
        }
    }
}
