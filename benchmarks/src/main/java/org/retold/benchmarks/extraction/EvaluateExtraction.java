package org.retold.benchmarks.extraction;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.retold.benchmarks.extraction.OutsidePages.OutsidePage;
import org.retold.benchmarks.score.Checkout;
import org.retold.benchmarks.score.QualityPage;
import org.retold.benchmarks.score.Table;
import org.retold.contract.Item;
import org.retold.contract.Json;
import org.retold.normalize.article.Normalizer;
import org.retold.normalize.article.Outcome.Normalized;
import org.retold.normalize.language.LanguageReader;

/**
 * Measures what a page costs and how well its text is found, readability4j beside ours, and where the CPU goes; writes
 * {@code benchmarks/results/extraction.md}.
 *
 * <p>Usage: {@code ./retold bench extraction}.
 */
public final class EvaluateExtraction {

    private static final Duration WARM = Duration.ofSeconds(30);
    private static final Duration PROFILED = Duration.ofSeconds(40);

    private final List<OutsidePage> pages = OutsidePages.all();

    private EvaluateExtraction() {}

    public static void main(String[] arguments) throws IOException, RunnerException {
        Locale.setDefault(Locale.ROOT);
        EvaluateExtraction evaluation = new EvaluateExtraction();
        QualityPage page = new QualityPage(Checkout.root().resolve("benchmarks/results/extraction.md"));
        page.write("profile", evaluation.profile());
        page.write("cost and quality", evaluation.costAndQuality());
    }

    private String costAndQuality() throws RunnerException {
        Map<String, RunResult> measured = new LinkedHashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(ExtractionSpeed.class.getName())
                        .addProfiler(CpuTime.class)
                        .build())
                .run()) {
            measured.put(result.getPrimaryResult().getLabel(), result);
        }
        Table table = new Table("", "ms of CPU a page", "ms a page", "precision", "recall", "F1");
        row(table, "jsoup alone", requireNonNull(measured.get("parsing")), Optional.empty());
        row(
                table,
                "Retold: parsing and main text",
                requireNonNull(measured.get("mainText")),
                Optional.of(Extractors::ours));
        row(
                table,
                "readability4j 1.0.8",
                requireNonNull(measured.get("readability4j")),
                Optional.of(Extractors::readability4j));
        row(
                table,
                "Retold: the whole way from item to article",
                requireNonNull(measured.get("wholeItem")),
                Optional.empty());
        return table.toString();
    }

    private void row(Table table, String name, RunResult measured, Optional<Function<OutsidePage, String>> extractor) {
        Optional<ShingleScore> score = extractor.map(this::score);
        table.row(
                name,
                "%.2f"
                        .formatted(requireNonNull(measured.getSecondaryResults().get(CpuTime.LABEL))
                                .getScore()),
                "%.2f".formatted(measured.getPrimaryResult().getScore()),
                score.map(s -> "%.3f".formatted(s.precision())).orElse(""),
                score.map(s -> "%.3f".formatted(s.recall())).orElse(""),
                score.map(s -> "**%.3f**".formatted(s.f1())).orElse(""));
    }

    private ShingleScore score(Function<OutsidePage, String> extractor) {
        ShingleScore score = new ShingleScore();
        pages.forEach(page -> score.add(page.text(), extractor.apply(page)));
        return score;
    }

    private String profile() throws IOException {
        Normalizer normalizer = new Normalizer(new LanguageReader());
        List<Item> items = pages.stream()
                .filter(Extractors::fitsAnItem)
                .map(Extractors::item)
                .toList();
        Runnable round = () -> items.forEach(item -> article(normalizer, item));
        for (long end = System.nanoTime() + WARM.toNanos(); System.nanoTime() < end; ) {
            round.run();
        }
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        round.run();
        double cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6 / items.size();
        System.out.printf("the thread that normalizes: %.2f ms of CPU an item%n", cpu);
        CpuProfile profile = CpuProfile.of(round, PROFILED);
        Table table = new Table("step of the whole way", "share of the CPU");
        CpuProfile.steps().stream()
                .sorted(Comparator.comparingDouble(profile::share).reversed())
                .forEach(step -> table.row(step.title(), "%.0f %%".formatted(100 * profile.share(step))));
        return table.toString();
    }

    private static void article(Normalizer normalizer, Item item) {
        if (normalizer.normalize(item) instanceof Normalized(var article) && Json.write(article) == null) {
            throw new IllegalStateException("no article of " + item.key());
        }
    }
}
