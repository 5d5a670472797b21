package org.retold.dedupe.verify;

import org.retold.dedupe.view.Kind;
import org.retold.dedupe.view.View;

/** Which candidates are worth an exact verification. */
public final class Shortlist {

    /** Candidates that are scored cheaply, at most. */
    public static final int SCORED = 64;

    /** Candidates that are verified exactly, at most. */
    public static final int VERIFIED = 8;

    /** Whoever has a lower cheap score is not verified: of a hundred pairs that retell one report, one has 0.23 or less. */
    public static final double LEAST_PROMISE = 0.2;

    private static final double NUMBERS_COUNT = 3;
    private static final double WORDS_COUNT = 0.3;
    private static final double SHORT_TEXT = 60;
    private static final double[] WORTH = worths();

    private Shortlist() {}

    /**
     * Orders candidates; not a probability. Symmetric.
     *
     * @return 0 or more, higher is more promising
     */
    public static double cheapScore(View probe, View candidate) {
        return cheapScore(Gist.of(probe), Gist.of(candidate));
    }

    /** The same of what is kept in memory. */
    public static double cheapScore(Gist probe, Gist candidate) {
        double shared = 0;
        int i = 0;
        int j = 0;
        int probeTerms = probe.terms();
        int candidateTerms = candidate.terms();
        while (i < probeTerms && j < candidateTerms) {
            int left = probe.hash(i);
            int right = candidate.hash(j);
            if (left == right) {
                int weight = Math.min(probe.weight(i), candidate.weight(j));
                shared += Gist.squared(weight * weight) * WORTH[probe.kind(i)];
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

    private static double[] worths() {
        double[] worths = new double[Kind.values().length];
        for (Kind kind : Kind.values()) {
            worths[kind.code()] = worth(kind);
        }
        return worths;
    }
}
