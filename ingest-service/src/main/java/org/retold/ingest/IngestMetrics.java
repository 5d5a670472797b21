package org.retold.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.retold.contract.FeedStatus.State;
import org.retold.contract.Rejection;
import org.retold.ingest.poll.Feed;
import org.retold.ingest.poll.Novelty;
import org.retold.ingest.poll.PollOutcome;
import org.retold.outbound.Gate;

/** What the service counts. */
public final class IngestMetrics {

    private final MeterRegistry meters;
    private final Map<State, AtomicLong> feeds = new EnumMap<>(State.class);
    private final AtomicLong overdue = new AtomicLong();
    private final AtomicLong lastItemMillis;

    public IngestMetrics(MeterRegistry meters, InstantSource clock) {
        this.meters = meters;
        this.lastItemMillis = new AtomicLong(clock.millis());
        for (State state : State.values()) {
            AtomicLong count = new AtomicLong();
            feeds.put(state, count);
            meters.gauge("retold.ingest.feeds", io.micrometer.core.instrument.Tags.of("state", word(state)), count);
        }
        meters.gauge("retold.ingest.feeds.overdue", overdue);
        Gauge.builder("retold.ingest.since.last.item", () -> (clock.millis() - lastItemMillis.get()) / 1000.0)
                .baseUnit("seconds")
                .description("how long nothing at all arrived, from feeds or pushes, at whichever instance")
                .register(meters);
    }

    /** How late a poll starts, measured against its plan. */
    void startedAfter(Feed feed, Instant now) {
        if (feed.nextPoll() != null) {
            meters.timer("retold.ingest.poll.lateness").record(Duration.between(feed.nextPoll(), now));
        }
    }

    /** @param wait before the gate said so */
    void asked(Gate.Word word, Duration wait) {
        String said = switch (word) {
            case Gate.Word.Go ignored -> "go";
            case Gate.Word.Wait ignored -> "put-off";
            case Gate.Word.No no -> no.always() ? "forbidden" : "robots-out-of-reach";
        };
        meters.timer("retold.ingest.site.waits", "word", said).record(wait);
    }

    void polled(PollOutcome outcome) {
        meters.counter("retold.ingest.polls", "outcome", outcome.word()).increment();
    }

    void completed(Novelty.Kind kind, FullText.Completed completed) {
        completed
                .items()
                .forEach(item -> meters.counter(
                                "retold.ingest.items", "kind", kind.name().toLowerCase(Locale.ROOT))
                        .increment());
        completed.rejections().stream().map(Rejection::code).forEach(this::rejected);
    }

    /** @param outcome of another look at a page */
    void looked(String outcome) {
        meters.counter("retold.ingest.looks", "outcome", outcome).increment();
    }

    void pushed(String result) {
        meters.counter("retold.ingest.push.lines", "result", result).increment();
    }

    void rejected(String code) {
        meters.counter("retold.ingest.rejections", "code", code).increment();
    }

    void feeds(Map<State, Long> byState) {
        feeds.forEach((state, count) -> count.set(byState.getOrDefault(state, 0L)));
    }

    /** @param late feeds that should have been polled well before */
    void overdue(long late) {
        overdue.set(late);
    }

    /** @param at when anything arrived last, at whichever instance */
    void lastItem(Instant at) {
        lastItemMillis.set(at.toEpochMilli());
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
