package org.retold.dedupe.view;

import org.jspecify.annotations.Nullable;
import org.retold.contract.Credits;
import org.retold.contract.Published;

/** An article as sketching, verification and evidence see it; immutable. */
@SuppressWarnings("DoNotCallSuggester")
public final class View {

    private View() {}

    /** Reads what {@link #bytes} wrote. */
    public static View read(byte[] bytes) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Compact, versioned form; equal views have equal bytes. */
    public byte[] bytes() {
        throw new UnsupportedOperationException("not yet");
    }

    public String articleId() {
        throw new UnsupportedOperationException("not yet");
    }

    public String revision() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Two letters, or {@code und}. */
    public String language() {
        throw new UnsupportedOperationException("not yet");
    }

    public Credits credits() {
        throw new UnsupportedOperationException("not yet");
    }

    public @Nullable Published published() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Words of title and text that were read, at most {@link Views#MOST_WORDS}. */
    public int words() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Whether there is too little in the text to judge what it retells: it stays a story of its own. */
    public boolean tooShort() {
        throw new UnsupportedOperationException("not yet");
    }
}
