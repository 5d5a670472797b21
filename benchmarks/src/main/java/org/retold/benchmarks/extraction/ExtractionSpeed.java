package org.retold.benchmarks.extraction;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.retold.benchmarks.extraction.OutsidePages.OutsidePage;
import org.retold.contract.Item;
import org.retold.contract.Json;
import org.retold.normalize.article.Normalizer;
import org.retold.normalize.article.Outcome.Normalized;
import org.retold.normalize.language.LanguageReader;

/** A page of article-extraction-benchmark an operation, one after another, in several ways. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 10)
@Measurement(iterations = 3, time = 10)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC"})
public class ExtractionSpeed {

    private final List<OutsidePage> pages =
            OutsidePages.all().stream().filter(Extractors::fitsAnItem).toList();
    private final List<Item> items = pages.stream().map(Extractors::item).toList();
    private final Normalizer normalizer = new Normalizer(new LanguageReader());
    private int turn;

    /** jsoup alone. */
    @Benchmark
    public Document parsing() {
        return Extractors.parsed(page());
    }

    /** Parsing and main text. */
    @Benchmark
    public String mainText() {
        return Extractors.ours(page());
    }

    /** The same by readability4j. */
    @Benchmark
    public String readability4j() {
        return Extractors.readability4j(page());
    }

    /** The whole way of normalize-service: from an item's bytes to an article's. */
    @Benchmark
    public byte @Nullable [] wholeItem() {
        return normalizer.normalize(items.get(next())) instanceof Normalized(var article) ? Json.write(article) : null;
    }

    private OutsidePage page() {
        return pages.get(next());
    }

    private int next() {
        turn = (turn + 1) % pages.size();
        return turn;
    }
}
