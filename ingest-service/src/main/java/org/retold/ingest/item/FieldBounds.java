package org.retold.ingest.item;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps small fields small, so that a record never outgrows its topic. */
public final class FieldBounds {

    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_LINES = 100;

    private FieldBounds() {}

    /** Null when there is nothing to read. */
    public static @Nullable String line(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String line = withoutControls(value);
        if (line.isEmpty()) {
            return null;
        }
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE);
    }

    public static List<String> lines(List<String> values) {
        return values.stream()
                .filter(value -> !value.isBlank())
                .limit(MOST_LINES)
                .map(FieldBounds::withoutControls)
                .filter(value -> !value.isEmpty())
                .map(value -> value.substring(0, Math.min(value.length(), LONGEST_LINE / 10)))
                .toList();
    }

    /** Databases refuse them, and no reader misses them. */
    private static String withoutControls(String value) {
        return value.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
