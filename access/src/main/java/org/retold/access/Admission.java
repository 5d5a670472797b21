package org.retold.access;

import java.time.Duration;

/** What is said to somebody at the door. */
public sealed interface Admission {

    /** May come in. */
    record Granted() implements Admission {}

    /**
     * May not.
     *
     * @param why one sentence
     * @param challenge {@code WWW-Authenticate}: what to bring
     */
    record Refused(String why, String challenge) implements Admission {}

    /** May not: nobody at all can do this here. */
    record Impossible(String why) implements Admission {}

    /**
     * Is not listened to: too many wrong words came from there, and this was none that nobody could guess.
     *
     * @param retryAfter 1 s or more
     */
    record TooManyFailures(Duration retryAfter) implements Admission {

        /** What {@code Retry-After} says. */
        public String retryAfterSeconds() {
            return Long.toString(retryAfter.toSeconds());
        }
    }
}
