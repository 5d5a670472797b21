package org.retold.dedupe.view;

/** What sort of term. All but words are the same in every language. */
public enum Kind {
    WORD(0),
    NAME(1),
    NUMBER(2),
    DATE(3);

    private static final Kind[] BY_CODE = {WORD, NAME, NUMBER, DATE};

    private final int code;

    Kind(int code) {
        this.code = code;
    }

    /** What stands for it in a view's bytes and hashes, from 0. */
    public int code() {
        return code;
    }

    static Kind of(int code) {
        return BY_CODE[code];
    }
}
