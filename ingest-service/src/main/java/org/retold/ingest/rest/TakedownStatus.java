package org.retold.ingest.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.postgres.TakedownRow;

/**
 * How a takedown stands.
 *
 * @param state {@code ordered}, {@code removing} (the articles are known and barred), or {@code removed} (neither the
 *     items topic nor the articles topic has a record of them)
 * @param articleIds the articles that are meant, as far as they are known
 * @param stateAt when it came so far
 * @param hiddenBy from then on the API shows nothing of them
 * @param goneBy from then on their text is in no topic, store or table of ours, but for what docs/takedown.md names
 */
public record TakedownStatus(
        String id,
        String url,
        String by,
        @Nullable String reason,
        Instant at,
        String state,
        List<String> articleIds,
        @Nullable Instant stateAt,
        Instant hiddenBy,
        Instant goneBy) {

    static final Duration HIDDEN_WITHIN = Duration.ofMinutes(1);
    static final Duration GONE_WITHIN = Duration.ofDays(1);

    public TakedownStatus {
        articleIds = List.copyOf(articleIds);
    }

    static TakedownStatus of(TakedownRow row) {
        return new TakedownStatus(
                row.takedown().id(),
                row.takedown().url(),
                row.takedown().by(),
                row.takedown().reason(),
                row.takedown().at(),
                row.state() == null ? "ordered" : row.state().name().toLowerCase(Locale.ROOT),
                row.articleIds(),
                row.stateAt(),
                row.takedown().at().plus(HIDDEN_WITHIN),
                row.takedown().at().plus(GONE_WITHIN));
    }
}
