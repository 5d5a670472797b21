package org.retold.dedupe.view;

/** How much it says that two texts share a number: exact figures much, small and round ones little. */
final class NumberWeight {

    /** Of the simple share that a percentage is near: less than of any figure but the small ones. */
    static final float ABOUT = 2;

    private static final double GREATEST = 1e15;

    /** Percentage points: a simple share stands for what is nearer. */
    private static final double NEAR = 2.5;

    /** A fifth, a quarter, a third, a half, two thirds, three quarters. */
    private static final double[] SIMPLE_SHARES = {20, 25, 100 / 3.0, 50, 200 / 3.0, 75};

    private NumberWeight() {}

    /** @return 0 where it says nothing, as beyond what anybody counts */
    static float of(double value, boolean percent, boolean grouped) {
        if (value < 2 || value > GREATEST) {
            return 0;
        }
        boolean whole = value == Math.rint(value);
        if (whole && value <= 10) {
            return percent ? 2.2f : 1.3f;
        }
        if (whole && !percent && !grouped && value >= 1900 && value < 2100) {
            return value >= 2010 && value < 2040 ? 1.3f : 3f;
        }
        int significant = significant(value);
        float weight = switch (significant) {
            case 1 -> value < 100 ? 2f : 2.8f;
            case 2 -> value < 100 && whole ? 3f : 4.5f;
            case 3 -> 5.5f;
            default -> 6.2f;
        };
        return Math.min(6.5f, weight + (percent && value < 100 ? 0.5f : 0));
    }

    /** Equal for equal numbers, however written. */
    static long key(double value) {
        if (value < 1e6) {
            return Math.round(value * 1000);
        }
        double scale = Math.pow(10, Math.floor(Math.log10(value)) - 3);
        return Math.round(Math.round(value / scale) * scale) * 1000;
    }

    /**
     * What somebody who rounds makes of a percentage: "nearly a fifth" of 18 %.
     *
     * @return the simple share, of a hundred; 0 where none is near, or the percentage is one
     */
    static double simpleShare(double percentage) {
        for (double share : SIMPLE_SHARES) {
            if (Math.abs(share - percentage) < NEAR) {
                return key(share) == key(percentage) ? 0 : share;
            }
        }
        return 0;
    }

    private static int significant(double value) {
        double rest = value;
        while (rest >= 1e6) {
            rest /= 10;
        }
        long digits = Math.round(rest * 1000);
        while (digits % 10 == 0 && digits > 0) {
            digits /= 10;
        }
        int count = 0;
        while (digits > 0) {
            digits /= 10;
            count++;
        }
        return count;
    }
}
