package org.retold.readiness;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** What was answered last to a question that may take long, or fail. An answer that has grown old counts for nothing. */
final class Pulse {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final BooleanSupplier question;
    private final LongSupplier nanos;
    private volatile Answer last;

    private record Answer(boolean yes, long at) {}

    /** @param nanos a clock that only counts */
    Pulse(BooleanSupplier question, LongSupplier nanos) {
        this.question = question;
        this.nanos = nanos;
        this.last = new Answer(false, nanos.getAsLong());
    }

    void ask() {
        last = new Answer(question.getAsBoolean(), nanos.getAsLong());
    }

    boolean isThere() {
        Answer answer = last;
        return answer.yes() && nanos.getAsLong() - answer.at() <= FRESH.toNanos();
    }
}
