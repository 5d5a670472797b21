package org.retold.dedupe.sketch;

import java.util.Arrays;
import org.retold.dedupe.view.FactPairs;
import org.retold.dedupe.view.Kind;
import org.retold.dedupe.view.View;
import org.retold.dedupe.view.Views;

/**
 * Sketches views: MinHash over rare terms, over fact pairs, over what is the same in every language, and over word
 * shingles; the bands of each become keys. The same view has the same sketch on every instance. Not thread-safe.
 */
public final class Sketches {

    /** Changes whenever the same text would get another sketch. */
    public static final String VERSION = "1." + Views.VERSION;

    /** Keys from rare terms: two MinHash components each. */
    static final int TERM_BANDS = 48;

    /** Keys from fact pairs: one component each, for a pair is a conjunction already. */
    static final int PAIR_BANDS = 48;

    /** Keys from names, numbers and dates: two components each. */
    static final int NEUTRAL_BANDS = 32;

    /** Keys from word shingles: four components each. */
    static final int SHINGLE_BANDS = 16;

    private final HeaviestFirst heaviestFirst = new HeaviestFirst();
    private final WeightedMinHash terms = new WeightedMinHash(128);
    private final WeightedMinHash pairs = new WeightedMinHash(64);
    private final WeightedMinHash neutral = new WeightedMinHash(64);

    public Sketch of(View view) {
        if (view.tooShort()) {
            return new Sketch(new int[0]);
        }
        terms.reset();
        neutral.reset();
        pairs.reset();
        heaviestFirst.order(view.terms(), view::weight);
        for (int k = 0; k < view.terms(); k++) {
            int i = heaviestFirst.at(k);
            double weight = view.weight(i);
            terms.add(view.hash(i), weight * weight);
            if (view.kind(i) != Kind.WORD && weight >= 3) {
                neutral.add(view.hash(i), weight * weight);
            }
        }
        FactPairs facts = view.pairs();
        heaviestFirst.order(facts.size(), facts::weight);
        for (int k = 0; k < facts.size(); k++) {
            int i = heaviestFirst.at(k);
            pairs.add(facts.hash(i), facts.weight(i));
        }
        int[] keys = new int[Sketch.MOST_KEYS];
        int n = 0;
        for (int band = 0; band < TERM_BANDS; band++) {
            n = put(keys, n, 1, terms.component(2 * band), terms.component(2 * band + 1));
        }
        for (int band = 0; band < PAIR_BANDS; band++) {
            n = put(keys, n, 2, pairs.component(band), 0);
        }
        for (int band = 0; band < NEUTRAL_BANDS; band++) {
            n = put(keys, n, 3, neutral.component(2 * band), neutral.component(2 * band + 1));
        }
        for (int band = 0; band < SHINGLE_BANDS && view.shingleBins() > 0; band++) {
            int at = band * 8;
            n = put(
                    keys,
                    n,
                    (4 << 8) + band,
                    (view.shingle(at) << 16) | (view.shingle(at + 1) & 0xffff),
                    (view.shingle(at + 2) << 16) | (view.shingle(at + 3) & 0xffff));
        }
        return new Sketch(Arrays.copyOf(keys, n));
    }

    /** Two rows that are equal whatever their band meet under one key; a band that says nothing has none. */
    private static int put(int[] keys, int n, int index, int first, int second) {
        if (first == 0) {
            return n;
        }
        int low = Math.min(first, second);
        int high = Math.max(first, second);
        int hash = (index * 0x9e3779b9) ^ (low * 0x85ebca6b);
        hash = ((hash ^ (hash >>> 15)) * 0xc2b2ae35) ^ (high * 0x27d4eb2f);
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        int key = hash ^ (hash >>> 13);
        for (int i = 0; i < n; i++) {
            if (keys[i] == key) {
                return n;
            }
        }
        keys[n] = key;
        return n + 1;
    }
}
