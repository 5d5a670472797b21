package org.retold.ingest.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry as its feed gives it.
 *
 * @param guid the feed's own identifier, letter by letter
 * @param link the page that tells it, absolute; never an enclosure
 * @param summary the short form: RSS description, Atom summary
 * @param content the long form: content:encoded, Atom content
 * @param published as ISO 8601, with an offset or reduced to a day, month or year; absent where it cannot be read
 * @param updated likewise
 * @param source title of the feed that this entry was taken over from
 */
public record FeedEntry(
        @Nullable String guid,
        @Nullable String link,
        @Nullable Text title,
        @Nullable Text summary,
        @Nullable Text content,
        @Nullable String published,
        @Nullable String updated,
        @Nullable String language,
        List<String> authors,
        List<String> subjects,
        List<Enclosure> enclosures,
        @Nullable String source) {

    public FeedEntry {
        authors = List.copyOf(authors);
        subjects = List.copyOf(subjects);
        enclosures = List.copyOf(enclosures);
    }

    /** When it was published, or else changed, as far as it says. */
    public @Nullable String date() {
        return published == null ? updated : published;
    }

    /** A file that belongs to an entry; {@code length} and {@code type} as the feed spells them. */
    public record Enclosure(
            String url, @Nullable String type, @Nullable String length) {}
}
