package org.retold.dedupe.view;

import java.util.Arrays;

/** Which term follows which in a sentence: the distinct pairs of neighbours. */
public final class Phrases {

    private final long[] pairs;

    private Phrases(long[] pairs) {
        this.pairs = pairs;
    }

    static Phrases of(View view) {
        long[] found = new long[view.length()];
        int count = 0;
        for (int sentence = 0; sentence < view.sentences(); sentence++) {
            for (int at = view.sentenceStart(sentence) + 1; at < view.sentenceEnd(sentence); at++) {
                long former = view.hash(view.termAt(at - 1));
                found[count++] = former << Integer.SIZE | Integer.toUnsignedLong(view.hash(view.termAt(at)));
            }
        }
        HashOrder.sort(found, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                found[distinct++] = found[i];
            }
        }
        return new Phrases(Arrays.copyOf(found, distinct));
    }

    /** Share of the phrases of the text with fewer that the other has too, 0 to 1. */
    public double sharedWith(Phrases other) {
        int fewer = Math.min(pairs.length, other.pairs.length);
        int both = 0;
        int i = 0;
        int j = 0;
        while (i < pairs.length && j < other.pairs.length) {
            int compared = Long.compare(pairs[i], other.pairs[j]);
            both += compared == 0 ? 1 : 0;
            i += compared <= 0 ? 1 : 0;
            j += compared >= 0 ? 1 : 0;
        }
        return fewer == 0 ? 0 : (double) both / fewer;
    }
}
