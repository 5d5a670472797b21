package org.retold.benchmarks.retelling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The labelled streams that the verifier is trained and measured on. */
final class Streams {

    /** Grows with every change of the training. */
    static final int MODEL = 6;

    static final String HANDWRITTEN = "handwritten";
    static final String FRENCH = "retelling_fr";
    static final String ENGLISH = "retelling_en";
    static final String FOUR_LANGUAGES = "crosslang_meantime";

    /** How much each counts in training: what was written by hand is nearest to life. */
    static final Map<String, Double> IMPORTANCE =
            Map.of(HANDWRITTEN, 1.0, FRENCH, 0.45, ENGLISH, 0.45, FOUR_LANGUAGES, 0.2);

    private static final int FOLDS = 5;

    private static final String OWN = "own";

    /** Parts of the own corpus that are resampled: so many that chance in their number matters little. */
    private static final int PARTS = 10;

    private Streams() {}

    static List<LabelledStream> all() throws IOException {
        List<LabelledStream> streams = new ArrayList<>();
        streams.add(LabelledStream.of(HANDWRITTEN, Corpora.handwritten(), 0));
        for (String name : List.of(FRENCH, ENGLISH, FOUR_LANGUAGES)) {
            streams.add(LabelledStream.of(name, Corpora.dev(name), FOLDS));
        }
        return streams;
    }

    /** The project's own corpus; no part of the training. */
    static LabelledStream own() {
        return LabelledStream.of(OWN, Corpora.own(), PARTS);
    }

    /** The same, and then each article once more, as others copied it. */
    static LabelledStream ownTwice() {
        List<Told> articles = new ArrayList<>(Corpora.own());
        articles.addAll(articles.stream().map(Told::copied).toList());
        return LabelledStream.of(OWN + ", each article twice", articles, PARTS);
    }
}
