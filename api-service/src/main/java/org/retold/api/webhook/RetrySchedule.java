package org.retold.api.webhook;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** How long to wait before something is told again; a tenth more or less, so that not all come back at once. */
public final class RetrySchedule {

    /** After the first attempt, after the second, and so on; the last one holds for all further ones. */
    public static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12));

    /** Nothing at all is sent to a receiver for no longer than this, unless it asks for more. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private static final Duration LONGEST_WISH = Duration.ofHours(12);
    private static final double JITTER = 0.1;

    private final RandomGenerator random;

    public RetrySchedule(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Until the same is told again.
     *
     * @param attempts so far, 1 or more
     */
    public Duration wait(int attempts) {
        return jittered(WAITS.get(Math.min(attempts, WAITS.size()) - 1));
    }

    /**
     * Until the receiver is told anything.
     *
     * @param failures in a row, 1 or more
     * @param wish what it asked for; 12 hours of it are granted
     */
    public Duration rest(int failures, Duration wish) {
        Duration usual = jittered(min(WAITS.get(Math.min(failures, WAITS.size()) - 1), LONGEST_REST));
        return wish.compareTo(usual) > 0 ? min(wish, LONGEST_WISH) : usual;
    }

    /** Whether all of it was waited. */
    public static boolean isUsedUp(int attempts) {
        return attempts > WAITS.size();
    }

    private Duration jittered(Duration wait) {
        return wait.plus(Duration.ofMillis(Math.round(wait.toMillis() * random.nextDouble(-JITTER, JITTER))));
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
