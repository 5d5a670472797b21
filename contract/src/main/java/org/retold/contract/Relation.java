package org.retold.contract;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What an article is to the fullest earliest article of its story, by this precedence. */
public enum Relation {
    /** It is that article. */
    @JsonProperty("original")
    ORIGINAL,
    /** Nearly the same words. */
    @JsonProperty("copy")
    COPY,
    /** The same report in another language. */
    @JsonProperty("translation")
    TRANSLATION,
    /** Much shorter. */
    @JsonProperty("condensed")
    CONDENSED,
    /** Much longer. */
    @JsonProperty("expanded")
    EXPANDED,
    /** About as long, in other words. */
    @JsonProperty("retelling")
    RETELLING,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
