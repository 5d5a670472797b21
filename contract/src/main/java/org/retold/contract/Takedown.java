package org.retold.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operator's word that an article is to go and must not come back; it holds until it is lifted.
 *
 * @param url the address that was named; which articles that is, {@link Removal} says
 * @param by who said so
 * @param reason in their words
 */
public record Takedown(
        String id,
        String url,
        String by,
        Instant at,
        @Nullable String reason) {

    public Takedown {
        Required.text(id, "id");
        Required.text(url, "url");
        Required.text(by, "by");
        Required.present(at, "at");
    }
}
