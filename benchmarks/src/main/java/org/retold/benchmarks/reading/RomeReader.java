package org.retold.benchmarks.reading;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import com.rometools.rome.io.impl.DateParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.feed.FeedDocument;

/** Rome out of the box, told nothing but the bytes, as its documentation shows it. */
final class RomeReader implements FeedParser {

    @Override
    public String name() {
        return "Rome out of the box";
    }

    @Override
    public Optional<Values> read(FeedDocument document, byte[] bytes) {
        try {
            SyndFeed feed = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(bytes)));
            return Optional.of(path -> at(path, feed));
        } catch (IOException | FeedException | RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Instant> date(String text) {
        return Optional.ofNullable(DateParser.parseDate(text, Locale.US)).map(Date::toInstant);
    }

    private static Optional<String> at(String path, SyndFeed feed) {
        return switch (path) {
            case "feed.title" -> Optional.ofNullable(feed.getTitle());
            case "feed.subtitle" -> Optional.ofNullable(feed.getDescription());
            case "feed.link" -> Optional.ofNullable(feed.getLink());
            case "feed.language" -> Optional.ofNullable(feed.getLanguage());
            case "feed.author" -> Optional.ofNullable(feed.getAuthor());
            default ->
                feed.getEntries().stream()
                        .findFirst()
                        .flatMap(entry -> at(path.replaceFirst("^entries\\.0\\.", ""), entry));
        };
    }

    private static Optional<String> at(String path, SyndEntry entry) {
        return switch (path) {
            case "title" -> Optional.ofNullable(entry.getTitle());
            case "id" -> Optional.ofNullable(entry.getUri());
            case "link" -> Optional.ofNullable(entry.getLink());
            case "links.0.href" ->
                nth(entry.getLinks(), 0).map(SyndLink::getHref).or(() -> Optional.ofNullable(entry.getLink()));
            case "summary" -> value(entry.getDescription()).or(() -> content(entry));
            case "content.0.value" -> content(entry);
            case "author" -> Optional.ofNullable(entry.getAuthor());
            case "published_parsed" -> utc(entry.getPublishedDate());
            case "updated_parsed" -> utc(entry.getUpdatedDate());
            case "tags.0.term" -> nth(entry.getCategories(), 0).map(SyndCategory::getName);
            case "tags.1.term" -> nth(entry.getCategories(), 1).map(SyndCategory::getName);
            case "tags.2.term" -> nth(entry.getCategories(), 2).map(SyndCategory::getName);
            case "enclosures.0.href" -> nth(entry.getEnclosures(), 0).map(SyndEnclosure::getUrl);
            case "enclosures.0.type" -> nth(entry.getEnclosures(), 0).map(SyndEnclosure::getType);
            case "enclosures.0.length" ->
                nth(entry.getEnclosures(), 0).map(enclosure -> Long.toString(enclosure.getLength()));
            default -> Optional.empty();
        };
    }

    private static Optional<String> content(SyndEntry entry) {
        return nth(entry.getContents(), 0).flatMap(RomeReader::value);
    }

    private static Optional<String> value(@Nullable SyndContent content) {
        return Optional.ofNullable(content).map(SyndContent::getValue);
    }

    private static Optional<String> utc(@Nullable Date date) {
        return Optional.ofNullable(date).map(at -> at.toInstant().toString());
    }

    private static <T> Optional<T> nth(@Nullable List<T> values, int index) {
        return values == null ? Optional.empty() : values.stream().skip(index).findFirst();
    }
}
