package org.retold.ingest.feed;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.feed.FeedEntry.Enclosure;
import org.retold.ingest.feed.FeedReading.NotAFeed;
import org.retold.ingest.feed.FeedReading.ReadFeed;

/**
 * Reads JSON Feed 1.0 and 1.1.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">the format</a>
 */
final class JsonFeedReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    FeedReading read(String text, FeedDocument document) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return new NotAFeed("it is broken JSON" + place(e.getLocation()));
        }
        if (!root.path("version").asText().contains("jsonfeed.org/version/")
                && !root.path("items").isArray()) {
            return new NotAFeed("it is JSON, but no JSON Feed");
        }
        return new ReadFeed(
                string(root, "title").map(title -> new Text(title, false)).orElse(null),
                string(root, "home_page_url").orElse(null),
                string(root, "description").map(Text::guessed).orElse(null),
                string(root, "language")
                        .or(() -> Optional.ofNullable(document.language()))
                        .orElse(null),
                authors(root),
                null,
                hub(root, document.url()),
                QuietTimes.NONE,
                elements(root.path("items"))
                        .filter(JsonNode::isObject)
                        .map(item -> entry(item, root, document.url()))
                        .toList());
    }

    /** Of what is too deep nobody knows where. */
    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : ", line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static @Nullable Hub hub(JsonNode feed, String documentUrl) {
        return elements(feed.path("hubs"))
                .filter(hub -> string(hub, "type").orElse("").equalsIgnoreCase("WebSub"))
                .flatMap(hub -> string(hub, "url").stream())
                .findFirst()
                .map(url -> new Hub(
                        WebAddress.resolve(url, documentUrl),
                        string(feed, "feed_url").orElse(documentUrl)))
                .orElse(null);
    }

    private static FeedEntry entry(JsonNode item, JsonNode feed, String base) {
        List<String> authors = authors(item);
        return new FeedEntry(
                string(item, "id").orElse(null),
                string(item, "url")
                        .or(() -> string(item, "external_url"))
                        .or(() -> string(item, "id").filter(WebAddress::isHttp))
                        .map(url -> WebAddress.resolve(url, base))
                        .orElse(null),
                string(item, "title").map(title -> new Text(title, false)).orElse(null),
                string(item, "summary").map(Text::guessed).orElse(null),
                content(item),
                string(item, "date_published").flatMap(FeedDate::read).orElse(null),
                string(item, "date_modified").flatMap(FeedDate::read).orElse(null),
                string(item, "language").or(() -> string(feed, "language")).orElse(null),
                authors.isEmpty() ? authors(feed) : authors,
                elements(item.path("tags"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .toList(),
                elements(item.path("attachments"))
                        .flatMap(file -> string(file, "url").stream()
                                .map(url -> new Enclosure(
                                        WebAddress.resolve(url, base),
                                        string(file, "mime_type").orElse(null),
                                        string(file, "size_in_bytes").orElse(null))))
                        .toList(),
                null);
    }

    private static @Nullable Text content(JsonNode item) {
        return string(item, "content_html")
                .map(html -> new Text(html, true))
                .or(() -> string(item, "content_text").map(text -> new Text(text, false)))
                .orElse(null);
    }

    /** Version 1.0 has one author, 1.1 a list. */
    private static List<String> authors(JsonNode of) {
        return Stream.concat(elements(of.path("authors")), Stream.of(of.path("author")))
                .flatMap(author -> string(author, "name").stream())
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
    }

    /** A string or number, which is what many feeds give as an id; empty when blank. */
    private static Optional<String> string(JsonNode of, String field) {
        JsonNode value = of.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? Optional.of(value.asText().strip())
                : Optional.empty();
    }
}
