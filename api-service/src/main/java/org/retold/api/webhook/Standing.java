package org.retold.api.webhook;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a receiver does.
 *
 * @param failures how often in a row it did not take something
 * @param failingSince the first of these; absent when the last one was taken
 * @param lastSuccess when it took something last
 * @param restsUntil nothing is sent before; absent when it need not rest
 */
public record Standing(
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant lastSuccess,
        @Nullable Instant restsUntil) {

    /** It takes what it is told, as far as is known. */
    public static Standing good(@Nullable Instant lastSuccess) {
        return new Standing(0, null, lastSuccess, null);
    }

    /** One more was not taken. */
    public Standing failed(Instant now, Duration rest) {
        return new Standing(failures + 1, failingSince == null ? now : failingSince, lastSuccess, now.plus(rest));
    }

    /** Whether nothing was taken for so long. */
    public boolean isFailingFor(Duration patience, Instant now) {
        return failingSince != null && !failingSince.plus(patience).isAfter(now);
    }

    /** Whether it took something since; then what it still does not take is not its being away. */
    public boolean tookSomethingSince(@Nullable Instant time) {
        return lastSuccess != null && time != null && lastSuccess.isAfter(time);
    }
}
