package org.retold.api.outlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/**
 * Where a list of publishers goes on: after the one with this number and host. People see it as an opaque word.
 *
 * @param list which one it belongs to
 * @param number by which the list is ordered
 */
public record OutletCursor(String list, int number, String host) {

    /** The opaque word. */
    public String word() {
        String plain = String.join(" ", list, Integer.toString(number), host);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    /** Reads the opaque word; empty when we never gave out such a word. */
    static Optional<OutletCursor> parse(String word) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(word), UTF_8).split(" ", 3);
            if (parts.length != 3 || parts[2].isBlank() || parts[2].indexOf('\0') >= 0) {
                return Optional.empty();
            }
            OutletCursor cursor = new OutletCursor(parts[0], Integer.parseInt(parts[1]), parts[2]);
            return cursor.word().equals(word) ? Optional.of(cursor) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
