package org.retold.dedupe.sketch;

/**
 * Exponentially distributed numbers from random bits: the logarithm is read from a table with straight lines between its
 * points, which is faster than {@link Math#log} and the same on every machine.
 */
final class Exponential {

    private static final int POINTS = 256;
    private static final double LN_2 = StrictMath.log(2);
    private static final double[] LOGARITHM = new double[POINTS + 1];

    static {
        for (int i = 0; i <= POINTS; i++) {
            LOGARITHM[i] = StrictMath.log(1 + (double) i / POINTS);
        }
    }

    private Exponential() {}

    /**
     * @param bits 64 random bits; the lowest 32 hardly matter
     * @return the negative logarithm of the fraction that the bits are of 2^64: mean 1, more than 0
     */
    static double of(long bits) {
        int zeros = Long.numberOfLeadingZeros(bits | 1);
        long mantissa = bits << zeros << 1;
        int at = (int) (mantissa >>> 56);
        double rest = ((mantissa >>> 24) & 0xffffffffL) * 0x1p-32;
        return (zeros + 1) * LN_2 - LOGARITHM[at] - rest * (LOGARITHM[at + 1] - LOGARITHM[at]);
    }
}
