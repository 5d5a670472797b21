package org.retold.api.correction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeSet;

/** Names rulings: the same word said again has the same id, and replaces what was said before. */
final class RulingId {

    private static final int BYTES = 12;

    private RulingId() {}

    /**
     * @param kind what is done, in one word
     * @param ids of all that it is done to, in any order
     */
    static String of(String kind, Collection<String> ids) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", new TreeSet<>(ids)).getBytes(UTF_8));
            return kind + "-" + HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param number 0 for the first */
    static String ofPart(String id, int number) {
        return number == 0 ? id : id + "." + number;
    }
}
