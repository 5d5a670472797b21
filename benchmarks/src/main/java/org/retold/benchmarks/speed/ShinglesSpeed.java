package org.retold.benchmarks.speed;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHasher;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.retold.dedupe.view.Shingles;

/**
 * From the text of 600 words to the MinHash of its word 3-shingles, 128 components: ours beside hash4j's and Lucene's,
 * each as its users would call it. What splits the text for hash4j is as plain as it can be, and ours also folds accents.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx512m")
public class ShinglesSpeed {

    private static final int COMPONENTS = Shingles.SIZE;
    private static final int BITS = 16;
    private static final int WORDS = 3;

    private final LongArticle article = LongArticle.read();
    private final String text = article.text();
    private final Hasher64 hash = Hashing.komihash5_0();
    private final SimilarityHasher superMinHash =
            SimilarityHashing.superMinHash(COMPONENTS, BITS).createHasher();
    private final SimilarityHasher minHash =
            SimilarityHashing.minHash(COMPONENTS, BITS).createHasher();

    @Benchmark
    public short[] retold() {
        return Shingles.of(article.title(), article.paragraphs());
    }

    @Benchmark
    public byte[] hash4jSuperMinHash() {
        return superMinHash.compute(ElementHashProvider.ofCollection(shingles(), hash::hashCharsToLong));
    }

    /** Each word is hashed once, a shingle from the hashes of its words: the fastest way that we found to feed it. */
    @Benchmark
    public byte[] hash4jSuperMinHashOfWordHashes() {
        return superMinHash.compute(ElementHashProvider.ofValues(shingleHashes()));
    }

    @Benchmark
    public byte[] hash4jMinHash() {
        return minHash.compute(ElementHashProvider.ofCollection(shingles(), hash::hashCharsToLong));
    }

    @Benchmark
    public List<BytesRef> luceneMinHashFilter() throws IOException {
        StandardTokenizer words = new StandardTokenizer();
        words.setReader(new StringReader(text));
        ShingleFilter shingles = new ShingleFilter(new LowerCaseFilter(words), WORDS, WORDS);
        shingles.setOutputUnigrams(false);
        List<BytesRef> components = new ArrayList<>(COMPONENTS);
        try (TokenStream hashes = new MinHashFilter(shingles, 1, COMPONENTS, 1, true)) {
            TermToBytesRefAttribute component = hashes.getAttribute(TermToBytesRefAttribute.class);
            hashes.reset();
            while (hashes.incrementToken()) {
                components.add(BytesRef.deepCopyOf(component.getBytesRef()));
            }
            hashes.end();
        }
        return components;
    }

    private List<String> shingles() {
        List<String> words = words();
        List<String> shingles = new ArrayList<>(words.size());
        for (int i = WORDS; i <= words.size(); i++) {
            shingles.add(words.get(i - 3) + ' ' + words.get(i - 2) + ' ' + words.get(i - 1));
        }
        return shingles;
    }

    private long[] shingleHashes() {
        List<String> words = words();
        long[] hashes = new long[words.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = hash.hashCharsToLong(words.get(i));
        }
        for (int i = 0; i + 2 < hashes.length; i++) {
            hashes[i] = hash.hashLongLongLongToLong(hashes[i], hashes[i + 1], hashes[i + 2]);
        }
        return Arrays.copyOf(hashes, hashes.length - 2);
    }

    private List<String> words() {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>(700);
        int from = 0;
        for (int i = 0; i <= lower.length(); i++) {
            if (i == lower.length() || !Character.isLetterOrDigit(lower.charAt(i))) {
                if (i > from) {
                    words.add(lower.substring(from, i));
                }
                from = i + 1;
            }
        }
        return words;
    }
}
