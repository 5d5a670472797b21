package org.retold.local.stack;

/** Why we cannot go on, in one sentence for the person who started us. */
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Trouble(String sentence) {
        super(sentence);
    }
}
