package org.retold.normalize.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Item;
import org.retold.contract.ItemBody;
import org.retold.contract.ItemBody.Origin;

/** Items as ingest-service writes them. */
public final class Items {

    public static final Instant FETCHED = Instant.parse("2026-01-15T12:00:00Z");

    private Items() {}

    public static Item page(String url, String html) {
        return item(url, null, null, ItemBody.of(Origin.PAGE, "text/html", "UTF-8", url, html.getBytes(UTF_8)));
    }

    public static Item feed(String url, String title, @Nullable String published, String html) {
        return item(
                url,
                title,
                published,
                ItemBody.of(Origin.FEED_CONTENT, "text/html", "UTF-8", null, html.getBytes(UTF_8)));
    }

    public static Item push(String url, String title, String mediaType, String text) {
        return new Item(
                "k",
                url,
                null,
                null,
                null,
                null,
                title,
                null,
                null,
                List.of(),
                List.of(),
                ItemBody.of(Origin.PUSH, mediaType, "UTF-8", null, text.getBytes(UTF_8)),
                FETCHED,
                null);
    }

    public static Item item(String url, @Nullable String title, @Nullable String published, @Nullable ItemBody body) {
        return new Item(
                "key-" + url,
                url,
                null,
                null,
                "https://example.org/feed",
                null,
                title,
                published,
                null,
                List.of(),
                List.of(),
                body,
                FETCHED,
                null);
    }
}
