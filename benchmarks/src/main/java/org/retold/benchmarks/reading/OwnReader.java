package org.retold.benchmarks.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.feed.FeedDate;
import org.retold.ingest.feed.FeedDocument;
import org.retold.ingest.feed.FeedEntry;
import org.retold.ingest.feed.FeedReader;
import org.retold.ingest.feed.FeedReading.NotAFeed;
import org.retold.ingest.feed.FeedReading.ReadFeed;
import org.retold.ingest.feed.Text;

/** What ingest-service reads feeds with. */
final class OwnReader implements FeedParser {

    private final FeedReader reader = new FeedReader();

    @Override
    public String name() {
        return "Retold";
    }

    @Override
    public Optional<Values> read(FeedDocument document, byte[] bytes) {
        return switch (reader.read(document)) {
            case ReadFeed feed -> Optional.of(path -> at(path, feed));
            case NotAFeed ignored -> Optional.empty();
        };
    }

    @Override
    public Optional<Instant> date(String text) {
        return FeedDate.read(text).map(OwnReader::begin);
    }

    private static Optional<String> at(String path, ReadFeed feed) {
        return switch (path) {
            case "feed.title" -> text(feed.title());
            case "feed.subtitle" -> text(feed.description());
            case "feed.link" -> Optional.ofNullable(feed.link());
            case "feed.language" -> Optional.ofNullable(feed.language());
            case "feed.author" -> feed.authors().stream().findFirst();
            default ->
                feed.entries().stream()
                        .findFirst()
                        .flatMap(entry -> at(path.replaceFirst("^entries\\.0\\.", ""), entry));
        };
    }

    private static Optional<String> at(String path, FeedEntry entry) {
        return switch (path) {
            case "title" -> text(entry.title());
            case "id" -> Optional.ofNullable(entry.guid());
            case "link", "links.0.href" -> Optional.ofNullable(entry.link());
            case "summary" -> text(entry.summary()).or(() -> text(entry.content()));
            case "content.0.value" -> text(entry.content());
            case "author" -> entry.authors().stream().findFirst();
            case "published_parsed" -> utc(entry.published());
            case "updated_parsed" -> utc(entry.updated());
            case "tags.0.term" -> nth(entry.subjects(), 0);
            case "tags.1.term" -> nth(entry.subjects(), 1);
            case "tags.2.term" -> nth(entry.subjects(), 2);
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

    private static Optional<String> nth(List<String> values, int index) {
        return values.stream().skip(index).findFirst();
    }

    private static Optional<String> utc(@Nullable String date) {
        return Optional.ofNullable(date).map(iso -> begin(iso).toString());
    }

    private static Instant begin(String iso) {
        return switch (iso.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(iso), 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
            case 7 -> YearMonth.parse(iso).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            case 10 -> LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
            default -> OffsetDateTime.parse(iso).toInstant();
        };
    }
}
