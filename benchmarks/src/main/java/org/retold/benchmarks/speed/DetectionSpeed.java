package org.retold.benchmarks.speed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.retold.contract.Credits;
import org.retold.dedupe.sketch.Sketch;
import org.retold.dedupe.sketch.Sketches;
import org.retold.dedupe.verify.Match;
import org.retold.dedupe.verify.Verifier;
import org.retold.dedupe.view.View;
import org.retold.dedupe.view.Views;
import org.retold.local.demo.DemoArticle;
import org.retold.local.demo.DemoContent;

/**
 * The steps from text to verdict: text to sketches on an article of 600 words, the others on the two longest tellings of
 * one exclusive of the demo site.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx512m")
public class DetectionSpeed {

    private final Views views = Views.shipped();
    private final Sketches sketches = new Sketches();
    private final Verifier verifier = Verifier.shipped();
    private final LongArticle article = LongArticle.read();
    private final List<DemoArticle> tellings = tellings();
    private final View original = view(tellings.get(0));
    private final View retelling = view(tellings.get(1));
    private final byte[] stored = original.bytes();

    /** Text to all sketches, of 600 words. */
    @Benchmark
    public Sketch textToSketches() {
        return sketches.of(views.of("600", "1", article.title(), article.paragraphs(), "fr", Credits.NONE, null));
    }

    /** Text to view. */
    @Benchmark
    public View viewing() {
        return view(tellings.get(0));
    }

    /** View to the keys of all its indexes. */
    @Benchmark
    public Sketch sketching() {
        return sketches.of(original);
    }

    /** The exact comparison of two articles, without evidence. */
    @Benchmark
    public double verifying() {
        return verifier.score(retelling, original);
    }

    /** The same with passages and facts. */
    @Benchmark
    public Match explaining() {
        return verifier.match(retelling, original);
    }

    /** From the store's bytes to a view. */
    @Benchmark
    public View reading() {
        return View.read(stored);
    }

    private View view(DemoArticle article) {
        return views.of(
                article.id(), "1", article.title(), article.paragraphs(), article.language(), Credits.NONE, null);
    }

    private static List<DemoArticle> tellings() {
        List<DemoArticle> tellings = new ArrayList<>(DemoContent.bundled().articles());
        tellings.removeIf(article -> article.story() == null);
        tellings.sort(Comparator.comparingInt((DemoArticle article) ->
                        String.join("", article.paragraphs()).length())
                .reversed());
        DemoArticle longest = tellings.getFirst();
        tellings.removeIf(article -> !String.valueOf(article.story()).equals(longest.story()));
        return tellings;
    }
}
