package org.retold.contract;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a look-up found.
 *
 * @param storyId the story it belongs to; absent unless told
 * @param evidence its strongest link; absent unless told
 * @param lateBy how long after the exclusive; absent under 24 hours or when the probe has no date
 */
public record LookupAnswer(
        String lookupId,
        Outcome outcome,
        @Nullable String storyId,
        @Nullable Evidence evidence,
        @Nullable Duration lateBy,
        Instant at) {

    /** What came of it. */
    public enum Outcome {
        /** It retells a known story. */
        @JsonProperty("told")
        TOLD,
        /** No known article derives from the same report. */
        @JsonProperty("not-told")
        NOT_TOLD,
        /** Too little text to judge. */
        @JsonProperty("too-short")
        TOO_SHORT,
        @JsonEnumDefaultValue
        @JsonProperty("unknown")
        UNKNOWN
    }

    public LookupAnswer {
        Required.text(lookupId, "lookupId");
        Required.present(outcome, "outcome");
        Required.present(at, "at");
    }
}
