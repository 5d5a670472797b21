package org.retold.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** A word that is known to those who may come in; it is compared, and never shown. */
public final class Word {

    /** 128 bits as hexadecimal digits. */
    private static final int SHORTEST_UNGUESSABLE = 32;

    private final byte[] digest;
    private final boolean set;
    private final boolean unguessable;

    private Word(String word) {
        set = !word.isEmpty();
        unguessable = word.length() >= SHORTEST_UNGUESSABLE;
        digest = digest(word);
    }

    /** One that is not set, or is empty, is brought by nobody. */
    public static Word of(Optional<String> word) {
        return new Word(word.map(String::strip).orElse(""));
    }

    public boolean isSet() {
        return set;
    }

    /** Whether it is as long as those that are made here: however often somebody guesses, that brings nothing. */
    boolean isUnguessable() {
        return unguessable;
    }

    /** Takes the same time wherever the first difference is, and however long the word is. */
    public boolean isBroughtBy(String presented) {
        return MessageDigest.isEqual(digest, digest(presented)) && set;
    }

    private static byte[] digest(String word) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(word.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return set ? "a word" : "no word";
    }
}
