package org.retold.contract;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * How far a takedown has come.
 *
 * @param takedownId the {@link Takedown} it is about
 * @param articleIds the articles that the named address stands for, whether there is any text of them or not
 * @param at when it came this far
 */
public record Removal(String takedownId, List<String> articleIds, State state, Instant at) {

    /** How far. */
    public enum State {
        /** The articles are known and barred; their text is on its way out. */
        @JsonProperty("removing")
        REMOVING,
        /** Neither the items topic nor the articles topic has a record of them any more. */
        @JsonProperty("removed")
        REMOVED,
        @JsonEnumDefaultValue
        @JsonProperty("unknown")
        UNKNOWN
    }

    public Removal {
        Required.text(takedownId, "takedownId");
        articleIds = Required.list(articleIds);
        Required.present(state, "state");
        Required.present(at, "at");
    }
}
