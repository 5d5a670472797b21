package org.retold.benchmarks.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.retold.benchmarks.topology.MadeNews;
import org.retold.dedupe.candidate.CandidateIndex;
import org.retold.dedupe.sketch.Sketch;
import org.retold.dedupe.sketch.Sketches;
import org.retold.dedupe.view.Views;

/** The index of candidates of one of four shards, with a hundred thousand and a million articles in all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx3g", "-XX:+UseSerialGC"})
public class IndexSpeed {

    private static final int PROBES = 5_000;
    private static final int CANDIDATES = 64;

    @Param({"25000", "250000"})
    private int articles;

    private final CandidateIndex index = new CandidateIndex();
    private final List<Sketch> probes = new ArrayList<>();
    private int turn;

    @Setup
    public void fill() {
        Sketches sketches = new Sketches();
        Views views = Views.shipped();
        MadeNews news = new MadeNews(1);
        for (int number = 0; number < articles + PROBES; number++) {
            Sketch sketch = sketches.of(views.of(news.article(number)));
            if (number < articles) {
                index.insert(number, sketch);
            } else {
                probes.add(sketch);
            }
        }
    }

    /** The articles most like one that comes. */
    @Benchmark
    public int[] finding() {
        return index.candidates(probe(), CANDIDATES);
    }

    /** One that comes is kept instead of one that was there long enough. */
    @Benchmark
    public int keeping() {
        int slot = turn % articles;
        index.remove(slot);
        index.insert(slot, probe());
        return index.size();
    }

    private Sketch probe() {
        return probes.get(turn++ % PROBES);
    }
}
