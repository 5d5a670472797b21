package org.retold.contract;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * When an article says it was published: evidence, never the order of arrival.
 *
 * @param at start of the instant, day, month or year it names, UTC
 * @param precision how much of {@code at} is meant
 * @param source where the date was found
 */
public record Published(Instant at, Precision precision, Source source) {

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
    }
}
