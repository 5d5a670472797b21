package org.retold.api.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an attempt means. */
public sealed interface Verdict {

    /** The receiver has it. */
    record Taken() implements Verdict {}

    /** The receiver says that it is gone for good. */
    record Gone() implements Verdict {}

    /**
     * It does not have it.
     *
     * @param reason a sentence for people
     * @param wish how long it asks to be left alone; zero when it does not
     */
    record NotTaken(String reason, Duration wish) implements Verdict {}

    /** Why it is not with the receiver, in a sentence. */
    default @Nullable String problem() {
        return switch (this) {
            case Taken() -> null;
            case Gone() -> "It answered 410: it is gone.";
            case NotTaken(String reason, Duration wish) -> reason;
        };
    }

    /** @param retryAfter absent when it was not said */
    static Verdict of(int status, @Nullable Duration retryAfter) {
        Duration wish = retryAfter == null ? Duration.ZERO : retryAfter;
        return switch (status / 100) {
            case 2 -> new Taken();
            case 3 -> new NotTaken("It answered %d; redirects are not followed.".formatted(status), wish);
            default -> status == 410 ? new Gone() : new NotTaken("It answered %d.".formatted(status), wish);
        };
    }
}
