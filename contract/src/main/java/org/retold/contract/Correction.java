package org.retold.contract;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operator's word on whether articles belong together; it binds the clusterer for ever.
 *
 * @param articleIds together: two or more that belong to one story; apart: the first belongs with none of the others
 * @param by who said so
 * @param reason in their words
 */
public record Correction(
        String id,
        Kind kind,
        List<String> articleIds,
        String by,
        Instant at,
        @Nullable String reason) {

    /** Which way. */
    public enum Kind {
        @JsonProperty("together")
        TOGETHER,
        @JsonProperty("apart")
        APART,
        @JsonEnumDefaultValue
        @JsonProperty("unknown")
        UNKNOWN
    }

    public Correction {
        Required.text(id, "id");
        Required.present(kind, "kind");
        Required.text(by, "by");
        Required.present(at, "at");
        articleIds = Required.list(articleIds);
        Required.atLeast(2, articleIds.size(), "number of articleIds");
    }
}
