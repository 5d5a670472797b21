package org.retold.dedupe.sketch;

import java.util.Arrays;
import org.retold.dedupe.view.FactPairs;
import org.retold.dedupe.view.Kind;
import org.retold.dedupe.view.Shingles;
import org.retold.dedupe.view.View;
import org.retold.dedupe.view.Views;

/**
 * Sketches views: MinHash over rare terms, over fact pairs, over what is the same in every language, and over word
 * shingles; the bands of each become keys. The same view has the same sketch on every instance. Not thread-safe.
 */
public final class Sketches {

    /** Changes whenever the same text would get another sketch. */
    public static final String VERSION = "2." + Views.VERSION;

    /** Keys from rare terms: two MinHash components each. */
    static final int TERM_BANDS = 32;

    /** Keys from fact pairs: one component each, for a pair is a conjunction already. */
    static final int PAIR_BANDS = 48;

    /** Keys from names, numbers and dates: two components each. */
    static final int NEUTRAL_BANDS = 48;

    /** Keys from names, numbers and dates, one component each: what is left in common of a few sentences. */
    static final int SINGLE_BANDS = 8;

    /** Keys from word shingles: four components each. */
    static final int SHINGLE_BANDS = 8;

    /** Names and numbers that are less rare than this say nothing alone. */
    private static final double LEAST_NEUTRAL = 3;

    private final WeightedSet set = new WeightedSet();
    private final WeightedMinHash terms = new WeightedMinHash(2 * TERM_BANDS);
    private final WeightedMinHash pairs = new WeightedMinHash(PAIR_BANDS);
    private final WeightedMinHash neutral = new WeightedMinHash(2 * NEUTRAL_BANDS + SINGLE_BANDS);

    public Sketch of(View view) {
        if (view.tooShort()) {
            return new Sketch(new int[0]);
        }
        read(view);
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
        for (int band = 0; band < SINGLE_BANDS; band++) {
            n = put(keys, n, 5, neutral.component(2 * NEUTRAL_BANDS + band), 0);
        }
        for (int band = 0; band < SHINGLE_BANDS && view.shingleBins() > 0; band++) {
            int at = band * (Shingles.SIZE / SHINGLE_BANDS);
            n = put(
                    keys,
                    n,
                    (4 << 8) + band,
                    (view.shingle(at) << 16) | (view.shingle(at + 1) & 0xffff),
                    (view.shingle(at + 2) << 16) | (view.shingle(at + 3) & 0xffff));
        }
        return new Sketch(distinct(keys, n));
    }

    private void read(View view) {
        set.clear();
        for (int i = 0; i < view.terms(); i++) {
            set.add(view.hash(i), square(view.weight(i)));
        }
        terms.read(set);
        set.clear();
        for (int i = 0; i < view.terms(); i++) {
            if (view.kind(i) != Kind.WORD && view.weight(i) >= LEAST_NEUTRAL) {
                set.add(view.hash(i), square(view.weight(i)));
            }
        }
        neutral.read(set);
        set.clear();
        FactPairs facts = view.pairs();
        for (int i = 0; i < facts.size(); i++) {
            set.add(facts.hash(i), facts.weight(i));
        }
        pairs.read(set);
    }

    private static double square(double weight) {
        return weight * weight;
    }

    private static int[] distinct(int[] keys, int count) {
        Arrays.sort(keys, 0, count);
        int n = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                keys[n++] = keys[i];
            }
        }
        return Arrays.copyOf(keys, n);
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
        keys[n] = hash ^ (hash >>> 13);
        return n + 1;
    }
}
