package org.retold.dedupe.verify;

import org.retold.dedupe.view.View;

/** Judges two articles by their views alone; symmetric in its score, stateless, safe for threads. */
@SuppressWarnings("DoNotCallSuggester")
public final class Verifier {

    private Verifier() {}

    /** The verifier with the model that ships with this version. */
    public static Verifier shipped() {
        return new Verifier();
    }

    public static Verifier of(Model model) {
        throw new UnsupportedOperationException("not yet");
    }

    public String modelVersion() {
        return model().version();
    }

    public Model model() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Calibrated probability that both derive from one source report, 0 to 1. */
    public double score(View a, View b) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The score with its reasons, seen from the article. */
    public Match match(View article, View other) {
        throw new UnsupportedOperationException("not yet");
    }
}
