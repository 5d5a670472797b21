package org.retold.dedupe.verify;

import org.retold.dedupe.view.Kind;
import org.retold.dedupe.view.View;

/** Which candidates are worth an exact verification. */
public final class Shortlist {

    /** Candidates that are scored cheaply, at most. */
    public static final int SCORED = 64;

    /** Candidates that are verified exactly, at most. */
    public static final int VERIFIED = 8;

    private static final double NUMBERS_COUNT = 3;
    private static final double WORDS_COUNT = 0.3;
    private static final double SHORT_TEXT = 60;

    private Shortlist() {}

    /**
     * Orders candidates; not a probability. Symmetric.
     *
     * @return 0 or more, higher is more promising
     */
    public static double cheapScore(View probe, View candidate) {
        double shared = 0;
        int i = 0;
        int j = 0;
        int probeTerms = probe.terms();
        int candidateTerms = candidate.terms();
        while (i < probeTerms && j < candidateTerms) {
            int left = probe.hash(i);
            int right = candidate.hash(j);
            if (left == right) {
                double weight = Math.min(probe.weight(i), candidate.weight(j));
                shared += weight * weight * worth(probe.kind(i));
                i++;
                j++;
            } else if (left < right) {
                i++;
            } else {
                j++;
            }
        }
        double size = (SHORT_TEXT + probe.totalWeight()) * (SHORT_TEXT + candidate.totalWeight());
        return shared / Math.sqrt(size);
    }

    private static double worth(Kind kind) {
        return switch (kind) {
            case WORD -> WORDS_COUNT;
            case NAME -> 1;
            case NUMBER, DATE -> NUMBERS_COUNT;
        };
    }
}
