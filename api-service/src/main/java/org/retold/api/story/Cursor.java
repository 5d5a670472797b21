package org.retold.api.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Where a list of stories goes on: after the story with this key and id. People see it as an opaque word.
 *
 * @param sort order of the list
 * @param list fingerprint of the filter, so that a cursor of one list is not used in another
 * @param key the last story's place in the order: microseconds of a time, number of articles, or change
 * @param id the last story's id, which tells apart stories with the same key
 */
public record Cursor(Sort sort, int list, long key, String id) {

    private static final String VERSION = "1";
    private static final long MICROS = 1_000_000L;

    public Cursor {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a cursor names a story");
        }
    }

    static Cursor after(StorySummary last, Instant firstKnown, Sort sort, StoryFilter filter) {
        long key = switch (sort) {
            case UPDATED -> micros(last.updated());
            case FIRST -> micros(firstKnown);
            case SIZE -> last.articleCount();
            case CHANGE -> last.change();
        };
        return new Cursor(sort, fingerprint(filter), key, last.id());
    }

    boolean continues(Sort otherSort, StoryFilter filter) {
        return sort == otherSort && list == fingerprint(filter);
    }

    /** The key as a time; for the orders by time. */
    public Instant time() {
        return Instant.ofEpochSecond(Math.floorDiv(key, MICROS), Math.floorMod(key, MICROS) * 1000);
    }

    /** The opaque word. */
    public String word() {
        String plain = String.join(" ", VERSION, sort.word(), Integer.toHexString(list), Long.toString(key), id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    /** Reads the opaque word; empty when we never gave out such a word. */
    public static Optional<Cursor> parse(String word) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(word), UTF_8);
            String[] parts = plain.split(" ", 5);
            if (parts.length != 5 || !parts[0].equals(VERSION)) {
                return Optional.empty();
            }
            Cursor cursor = new Cursor(
                    sort(parts[1]), Integer.parseUnsignedInt(parts[2], 16), Long.parseLong(parts[3]), parts[4]);
            cursor.time();
            return cursor.word().equals(word) && parts[4].indexOf('\0') < 0 ? Optional.of(cursor) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Sort sort(String word) {
        for (Sort sort : Sort.values()) {
            if (sort.word().equals(word)) {
                return sort;
            }
        }
        throw new IllegalArgumentException("no order of stories: " + word);
    }

    private static int fingerprint(StoryFilter filter) {
        CRC32 checksum = new CRC32();
        checksum.update(filter.toString().getBytes(UTF_8));
        return (int) checksum.getValue();
    }

    private static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), MICROS), time.getNano() / 1000);
    }
}
