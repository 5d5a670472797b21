package org.retold.benchmarks.baseline;

import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHasher;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * MinHash of word 5-grams (Broder 1997) with locality-sensitive hashing: 128 values in 32 bands of 4. What shares a band
 * is compared exactly, which is kinder than the estimate that most tools go by.
 *
 * @param similarity least Jaccard similarity of a link, 0 to 1
 */
public record MinHashBands(double similarity) implements Baseline {

    private static final int WORDS = 5;
    private static final int BANDS = 32;
    private static final int ROWS = 4;
    private static final SimilarityHashPolicy POLICY = SimilarityHashing.minHash(BANDS * ROWS, 64);

    @Override
    public String name() {
        return "MinHash of 5-grams, 32 × 4, Jaccard ≥ %.1f".formatted(similarity);
    }

    @Override
    public int[] label(List<Text> texts) {
        SimilarityHasher hasher = POLICY.createHasher();
        Linked linked = new Linked(texts.size());
        List<Set<String>> runs = new ArrayList<>();
        List<Map<Long, List<Integer>>> bands = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            bands.add(new HashMap<>());
        }
        for (int i = 0; i < texts.size(); i++) {
            Set<String> mine = new HashSet<>(texts.get(i).runs(WORDS));
            byte[] signature = hasher.compute(ElementHashProvider.ofCollection(
                    mine, run -> Hashing.komihash5_0().hashCharsToLong(run)));
            Set<Integer> near = new HashSet<>();
            for (int band = 0; band < BANDS; band++) {
                List<Integer> bucket = bands.get(band).computeIfAbsent(key(signature, band), key -> new ArrayList<>());
                near.addAll(bucket);
                bucket.add(i);
            }
            for (int other : near) {
                if (jaccard(mine, runs.get(other)) >= similarity) {
                    linked.link(i, other);
                }
            }
            runs.add(mine);
        }
        return linked.stories();
    }

    private static long key(byte[] signature, int band) {
        long[] rows = new long[ROWS];
        for (int row = 0; row < ROWS; row++) {
            rows[row] = POLICY.getComponent(signature, band * ROWS + row);
        }
        return Hashing.komihash5_0().hashLongLongToLong(Arrays.hashCode(rows), rows[0]);
    }

    private static double jaccard(Set<String> some, Set<String> others) {
        long shared = some.stream().filter(others::contains).count();
        return (double) shared / (some.size() + others.size() - shared);
    }
}
