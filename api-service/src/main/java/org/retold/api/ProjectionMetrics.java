package org.retold.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.retold.api.arrival.Arrival;
import org.retold.api.arrival.Batch;
import org.retold.api.kafka.TopicReader;

/** What operators see of the projection. Labels are the topics, nothing else. */
final class ProjectionMetrics {

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Map<String, Long> behind = new ConcurrentHashMap<>();
    private final NewsMetrics news;
    private volatile Instant newestApplied = Instant.EPOCH;

    ProjectionMetrics(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
        this.news = new NewsMetrics(registry, clock);
        Gauge.builder("retold.api.projection.lag", this, ProjectionMetrics::lagSeconds)
                .description(
                        "How old the newest applied record is, whoever applied it, while others wait; 0 when none waits")
                .baseUnit("seconds")
                .register(registry);
        for (String topic : TopicReader.TOPICS) {
            Gauge.builder("retold.api.records.behind", () -> behind.getOrDefault(topic, 0L))
                    .description("Records on the topic that are not applied yet")
                    .tags(Tags.of("topic", topic))
                    .register(registry);
            applied(topic);
        }
        refused();
    }

    void applied(Batch batch) {
        batch.arrivals().forEach(arrival -> {
            applied(arrival.source().topic()).increment();
            newest(arrival);
        });
        refused().increment(batch.refused().size());
        news.applied(batch);
    }

    /** What another instance applied is not late here either. */
    void overtaken(Batch batch) {
        batch.arrivals().forEach(this::newest);
    }

    void behind(Map<String, Long> records) {
        behind.putAll(records);
    }

    private Counter applied(String topic) {
        return Counter.builder("retold.api.records.applied")
                .description("Records that were applied to the read model")
                .tags(Tags.of("topic", topic))
                .register(registry);
    }

    private Counter refused() {
        return Counter.builder("retold.api.records.refused")
                .description("Records that could not be read")
                .register(registry);
    }

    private void newest(Arrival<?> arrival) {
        if (arrival.accepted().isAfter(newestApplied)) {
            newestApplied = arrival.accepted();
        }
    }

    private double lagSeconds() {
        boolean none = behind.values().stream().allMatch(records -> records == 0);
        return none ? 0 : Duration.between(newestApplied, clock.instant()).toMillis() / 1000.0;
    }
}
