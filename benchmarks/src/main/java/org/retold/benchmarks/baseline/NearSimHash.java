package org.retold.benchmarks.baseline;

import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHasher;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;

/** SimHash of the words in 64 bits (Charikar 2002), linked when at most 3 bits differ (Manku et al. 2007). */
public record NearSimHash() implements Baseline {

    private static final int BITS = 64;
    private static final int FARTHEST = 3;
    private static final SimilarityHashPolicy POLICY = SimilarityHashing.simHash(BITS);

    @Override
    public String name() {
        return "SimHash of words, distance ≤ 3 of 64";
    }

    @Override
    public int[] label(List<Text> texts) {
        SimilarityHasher hasher = POLICY.createHasher();
        long[] hashes = texts.stream().mapToLong(text -> hash(hasher, text)).toArray();
        Linked linked = new Linked(hashes.length);
        for (int i = 0; i < hashes.length; i++) {
            for (int j = 0; j < i; j++) {
                if (Long.bitCount(hashes[i] ^ hashes[j]) <= FARTHEST) {
                    linked.link(i, j);
                }
            }
        }
        return linked.stories();
    }

    private static long hash(SimilarityHasher hasher, Text text) {
        byte[] signature = hasher.compute(ElementHashProvider.ofCollection(
                new HashSet<>(text.words()), word -> Hashing.komihash5_0().hashCharsToLong(word)));
        return ByteBuffer.wrap(signature).getLong();
    }
}
