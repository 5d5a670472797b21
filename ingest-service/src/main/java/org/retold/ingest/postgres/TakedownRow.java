package org.retold.ingest.postgres;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Removal;
import org.retold.contract.Takedown;

/**
 * A takedown and what was told of it.
 *
 * @param state how far it has come; absent until somebody told
 * @param articleIds what is meant, as far as it was told
 * @param stateAt when it came so far
 */
public record TakedownRow(
        Takedown takedown,
        Removal.@Nullable State state,
        List<String> articleIds,
        @Nullable Instant stateAt) {

    public TakedownRow {
        articleIds = List.copyOf(articleIds);
    }
}
