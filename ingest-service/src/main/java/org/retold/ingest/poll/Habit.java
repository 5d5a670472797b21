package org.retold.ingest.poll;

import java.time.Duration;

/**
 * How long a feed usually brings nothing.
 *
 * @param longest silence that it ended lately; each one that is shorter lets it fade a little
 * @param silences so many were seen, counted up to {@link #ENOUGH}
 */
public record Habit(Duration longest, int silences) {

    /** Nothing is known of a feed that has only just been read. */
    public static final Habit UNKNOWN = new Habit(Duration.ZERO, 0);

    /** Before so many silences nobody knows what a feed's habit is. */
    static final int ENOUGH = 5;

    private static final int FADES_IN = 20;

    /** A long weekend is nobody's end. */
    private static final Duration ALWAYS_FORGIVEN = Duration.ofDays(3);

    public Habit {
        if (longest.isNegative() || silences < 0) {
            throw new IllegalArgumentException("%s, %d: nothing of a habit is negative".formatted(longest, silences));
        }
    }

    /** The habit of a feed that ended a silence just now. */
    Habit after(Duration silence) {
        Duration faded = silence.compareTo(longest) >= 0
                ? silence
                : longest.minus(longest.minus(silence).dividedBy(FADES_IN));
        return new Habit(faded, Math.min(silences + 1, ENOUGH));
    }

    /** Whether its habit says anything yet. */
    boolean isKnown() {
        return silences >= ENOUGH;
    }

    /**
     * How long it may bring nothing before it counts as silent: twice its longest silence, and no less than three days.
     *
     * @param unknown while nobody knows its habit
     */
    Duration patience(Duration unknown) {
        if (!isKnown()) {
            return unknown;
        }
        Duration twice = longest.multipliedBy(2);
        return twice.compareTo(ALWAYS_FORGIVEN) < 0 ? ALWAYS_FORGIVEN : twice;
    }
}
