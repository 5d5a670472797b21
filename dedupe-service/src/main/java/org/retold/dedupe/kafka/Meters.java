package org.retold.dedupe.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.retold.dedupe.shard.SearchGauge;
import org.retold.dedupe.shard.Standing;

/** What operators can watch. */
public final class Meters implements SearchGauge {

    private final MeterRegistry registry;
    private final DistributionSummary candidates;
    private final Timer searches;
    private final Counter verifications;
    private final Timer writing;
    private final Counter withdrawn;
    private final AtomicLong openStories;
    private final AtomicLong waiting;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        this.candidates = DistributionSummary.builder("retold.dedupe.candidates")
                .description("candidates scored per probe and shard")
                .register(registry);
        this.searches = Timer.builder("retold.dedupe.verification")
                .description("time to score and verify the candidates of one probe in one shard")
                .register(registry);
        this.verifications = Counter.builder("retold.dedupe.verifications")
                .description("pairs of articles that were verified exactly")
                .register(registry);
        this.writing = Timer.builder("retold.dedupe.writing")
                .description("time of the story writer for one answer of a shard")
                .register(registry);
        this.withdrawn = Counter.builder("retold.dedupe.articles.withdrawn")
                .description("tombstones of articles that were taken down")
                .register(registry);
        this.openStories = registry.gauge("retold.dedupe.stories.open", new AtomicLong());
        this.waiting = registry.gauge("retold.dedupe.pending", new AtomicLong());
    }

    @Override
    public void searched(int scored, int verified, long nanoseconds) {
        candidates.record(scored);
        searches.record(nanoseconds, TimeUnit.NANOSECONDS);
        verifications.increment(verified);
    }

    void written(long nanoseconds) {
        writing.record(nanoseconds, TimeUnit.NANOSECONDS);
    }

    void decided(Standing standing) {
        registry.counter(
                        "retold.dedupe.articles.decided",
                        "standing",
                        standing.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** @param code why a record was refused */
    void refused(String code) {
        Counter.builder("retold.dedupe.rejections")
                .description("records that could not be read")
                .tag("code", code)
                .register(registry)
                .increment();
    }

    void withdrawn() {
        withdrawn.increment();
    }

    void openStories(long count) {
        openStories.set(count);
    }

    void waiting(long count) {
        waiting.set(count);
    }
}
