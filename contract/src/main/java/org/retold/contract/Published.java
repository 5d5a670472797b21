package org.retold.contract;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When an article says it was published: evidence, never the order of arrival.
 *
 * @param at start of the instant, day, month or year it names, UTC
 * @param precision how much of {@code at} is meant
 * @param source where the date was found
 * @param offset from UTC of the clock it was told by ({@code +01:00}, {@code Z}), where that was said
 */
public record Published(
        Instant at,
        Precision precision,
        Source source,
        @Nullable String offset) {

    /** How much of a date is known. */
    public enum Precision {
        @JsonProperty("second")
        SECOND,
        @JsonProperty("minute")
        MINUTE,
        @JsonProperty("day")
        DAY,
        @JsonProperty("month")
        MONTH,
        @JsonProperty("year")
        YEAR,
        @JsonEnumDefaultValue
        @JsonProperty("unknown")
        UNKNOWN
    }

    /** Where a date was found. */
    public enum Source {
        @JsonProperty("feed")
        FEED,
        @JsonProperty("push")
        PUSH,
        @JsonProperty("json-ld")
        JSON_LD,
        @JsonProperty("meta")
        META,
        @JsonProperty("time-element")
        TIME_ELEMENT,
        @JsonProperty("text")
        TEXT,
        @JsonEnumDefaultValue
        @JsonProperty("unknown")
        UNKNOWN
    }

    public Published {
        Required.present(at, "at");
        Required.present(precision, "precision");
        Required.present(source, "source");
        if (offset != null && !isOffset(offset)) {
            throw new IllegalArgumentException("offset is %s, not like +01:00 or Z".formatted(offset));
        }
    }

    /** A date whose source named no time zone. */
    public Published(Instant at, Precision precision, Source source) {
        this(at, precision, source, null);
    }

    private static boolean isOffset(String offset) {
        try {
            return ZoneOffset.of(offset).getId().equals(offset) && (offset.length() == 1 || offset.length() == 6);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
