package org.retold.ingest.feed;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.feed.FeedReading.ReadFeed;

/** Finds a value of a feed under the path that the outside expectations give it. */
final class FeedValue {

    private FeedValue() {}

    static Optional<String> at(String path, ReadFeed feed) {
        return switch (path) {
            case "feed.title" -> text(feed.title());
            case "feed.subtitle" -> text(feed.description());
            case "feed.link" -> Optional.ofNullable(feed.link());
            case "feed.language" -> Optional.ofNullable(feed.language());
            case "feed.author" -> first(feed.authors(), 0);
            default ->
                feed.entries().isEmpty()
                        ? Optional.empty()
                        : at(
                                path.replaceFirst("^entries\\.0\\.", ""),
                                feed.entries().getFirst());
        };
    }

    private static Optional<String> at(String path, FeedEntry entry) {
        return switch (path) {
            case "title" -> text(entry.title());
            case "id" -> Optional.ofNullable(entry.guid());
            case "link", "links.0.href" -> Optional.ofNullable(entry.link());
            case "summary" -> text(entry.summary()).or(() -> text(entry.content()));
            case "content.0.value" -> text(entry.content());
            case "author" -> first(entry.authors(), 0);
            case "published_parsed" -> utc(entry.published());
            case "updated_parsed" -> utc(entry.updated());
            case "tags.0.term" -> first(entry.subjects(), 0);
            case "tags.1.term" -> first(entry.subjects(), 1);
            case "tags.2.term" -> first(entry.subjects(), 2);
            case "enclosures.0.href" -> enclosure(entry).map(FeedEntry.Enclosure::url);
            case "enclosures.0.type" -> enclosure(entry).map(FeedEntry.Enclosure::type);
            case "enclosures.0.length" -> enclosure(entry).map(FeedEntry.Enclosure::length);
            default -> Optional.empty();
        };
    }

    private static Optional<FeedEntry.Enclosure> enclosure(FeedEntry entry) {
        return entry.enclosures().stream().findFirst();
    }

    private static Optional<String> text(@Nullable Text text) {
        return Optional.ofNullable(text).map(Text::value);
    }

    private static Optional<String> first(List<String> values, int index) {
        return values.size() > index ? Optional.of(values.get(index)) : Optional.empty();
    }

    private static Optional<String> utc(@Nullable String date) {
        return Optional.ofNullable(date)
                .map(iso -> OffsetDateTime.parse(iso).toInstant().toString());
    }
}
