package org.retold.outbound;

import java.time.Duration;

/**
 * What one request may cost.
 *
 * @param wholeCall from the first look-up to the last byte, redirects included, waiting at a gate not
 * @param connect for one connection
 * @param silence longest pause between two packets
 * @param redirects most hops that are followed
 */
public record Bounds(Duration wholeCall, Duration connect, Duration silence, int redirects) {

    /** Right for feeds and pages of the open web. */
    public static final Bounds USUAL =
            new Bounds(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(10), 5);

    public Bounds {
        if (wholeCall.isNegative() || wholeCall.isZero()) {
            throw new IllegalArgumentException("a call takes time, not " + wholeCall);
        }
        if (redirects < 0) {
            throw new IllegalArgumentException("redirects is %d, less than 0".formatted(redirects));
        }
    }
}
