package org.retold.dedupe.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.retold.dedupe.article.Arrival;

/** Names stories after their founding articles. */
final class StoryId {

    /** 96 bits: two of a billion stories meet with a probability of one in 10<sup>11</sup>. */
    private static final int BYTES = 12;

    private StoryId() {}

    static String foundedBy(String articleId) {
        return hash("story of " + articleId);
    }

    /** Of an article that came back when the story that it had founded lived on without it. */
    static String foundedAgainBy(String articleId, Arrival first) {
        return hash("story of %s, here since %d".formatted(articleId, first.offset()));
    }

    private static String hash(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
