package org.retold.dedupe.verify;

import org.retold.dedupe.view.View;

/** Which candidates are worth an exact verification. */
@SuppressWarnings("DoNotCallSuggester")
public final class Shortlist {

    /** Candidates that are scored cheaply, at most. */
    public static final int SCORED = 64;

    /** Candidates that are verified exactly, at most. */
    public static final int VERIFIED = 8;

    private Shortlist() {}

    /**
     * Orders candidates; not a probability. Symmetric.
     *
     * @return 0 or more, higher is more promising
     */
    public static double cheapScore(View probe, View candidate) {
        throw new UnsupportedOperationException("not yet");
    }
}
