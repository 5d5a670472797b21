package org.retold.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks that the records of the contract share. */
final class Required {

    private Required() {}

    static void present(@Nullable Object value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }

    static void text(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(field + " is missing or empty");
        }
    }

    static void fraction(double value, String field) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s is %s, not within 0 and 1".formatted(field, value));
        }
    }

    static void atLeast(long least, long value, String field) {
        if (value < least) {
            throw new IllegalArgumentException("%s is %d, less than %d".formatted(field, value, least));
        }
    }

    /** An immutable copy; a list that an older writer did not send is empty. */
    static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
