package org.retold.local.process;

import java.time.Duration;

/**
 * How long to wait before the next life of a process: twice as long after each short one.
 *
 * @param shortest after the first death
 * @param longest however often it dies
 */
public record Backoff(Duration shortest, Duration longest) {

    private static final int MAX_DOUBLINGS = 20;

    /** Soon, at most half a minute. */
    public static final Backoff USUAL = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

    public Backoff {
        if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("%s to %s is no range to wait".formatted(shortest, longest));
        }
    }

    /** @param shortLives how many lives in a row were short, from 0 */
    public Duration after(int shortLives) {
        Duration doubled = shortest.multipliedBy(1L << Math.clamp(shortLives - 1L, 0, MAX_DOUBLINGS));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
