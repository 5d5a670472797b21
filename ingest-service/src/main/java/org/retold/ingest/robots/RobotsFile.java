package org.retold.ingest.robots;

/** What came of asking an origin for its robots.txt (RFC 9309, 2.3.1). */
public sealed interface RobotsFile {

    /** @param text as it was published, its beginning at least */
    record Rules(String text) implements RobotsFile {}

    /** There is none, so everything is allowed. */
    record None() implements RobotsFile {}

    /**
     * Nobody knows, so nothing is allowed until it answers.
     *
     * @param reason one sentence for people
     */
    record OutOfReach(String reason) implements RobotsFile {}
}
