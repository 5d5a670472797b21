package org.retold.normalize.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import java.util.function.Supplier;
import org.retold.normalize.article.Outcome;
import org.retold.normalize.article.Outcome.Normalized;
import org.retold.normalize.article.Outcome.Refused;
import org.retold.normalize.kafka.Tally;

/**
 * Meters: {@code retold_normalize_articles_total}, {@code retold_normalize_rejections_total} by reason,
 * {@code retold_normalize_extraction_seconds}.
 */
public final class PrometheusTally implements Tally {

    private final MeterRegistry registry;
    private final Counter articles;
    private final Timer extraction;

    public PrometheusTally(MeterRegistry registry) {
        this.registry = registry;
        this.articles = Counter.builder("retold.normalize.articles")
                .description("Items that became articles")
                .register(registry);
        this.extraction = Timer.builder("retold.normalize.extraction")
                .description("Time from an item's bytes to its article")
                .publishPercentileHistogram()
                .register(registry);
    }

    @Override
    public Outcome count(Supplier<Outcome> normalization) {
        Outcome outcome = Objects.requireNonNull(extraction.record(normalization));
        switch (outcome) {
            case Normalized normalized -> articles.increment();
            case Refused(String code, String message) -> refused(code);
        }
        return outcome;
    }

    @Override
    public void refused(String code) {
        Counter.builder("retold.normalize.rejections")
                .description("Items that could not become articles")
                .tag("reason", code)
                .register(registry)
                .increment();
    }
}
