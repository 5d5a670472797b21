package org.retold.ingest.item;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.contract.FirstAddress;
import org.retold.contract.Item;
import org.retold.contract.ItemBody;
import org.retold.ingest.feed.FeedEntry;
import org.retold.ingest.feed.Text;
import org.retold.ingest.item.ItemReading.Made;
import org.retold.ingest.item.ItemReading.Refused;

/** Makes an item of an entry and the body that was found for it. */
public final class ItemMaker {

    /** Longer addresses are accidents or attacks, in characters. */
    public static final int LONGEST_URL = 2_048;

    private ItemMaker() {}

    /**
     * @param knownAs where it was first sent, where that was elsewhere
     * @param fetched when we accepted it
     */
    public static ItemReading make(
            FeedOrigin feed,
            FeedEntry entry,
            @Nullable ItemBody body,
            @Nullable FirstAddress knownAs,
            Instant fetched) {
        String link = entry.link();
        if (link == null) {
            return new Refused("no-link", "the entry has no link to its page", null);
        }
        Optional<String> key = ArticleKey.of(link);
        if (key.isEmpty() || link.length() > LONGEST_URL) {
            return new Refused("bad-link", "the entry's link is not an http or https address of usual length", null);
        }
        if (body == null && plainTitle(entry) == null) {
            return new Refused("no-text", "the entry has neither title nor text", link);
        }
        Optional<String> firstKey = Optional.ofNullable(knownAs).flatMap(first -> ArticleKey.of(first.url()));
        return new Made(new Item(
                firstKey.or(() -> key).get(),
                link.strip(),
                FieldBounds.line(entry.guid()),
                null,
                feed.url(),
                FieldBounds.line(entry.source() == null ? feed.title() : entry.source()),
                plainTitle(entry),
                entry.date(),
                FieldBounds.line(entry.language() == null ? feed.language() : entry.language()),
                FieldBounds.lines(entry.authors()),
                FieldBounds.lines(entry.subjects()),
                body,
                fetched,
                knownAs));
    }

    private static @Nullable String plainTitle(FeedEntry entry) {
        Text title = entry.title();
        return title == null ? null : FieldBounds.line(title.plain());
    }
}
