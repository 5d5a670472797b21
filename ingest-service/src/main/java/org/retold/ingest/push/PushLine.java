package org.retold.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Item;
import org.retold.contract.ItemBody;
import org.retold.contract.Json;
import org.retold.ingest.feed.FeedDate;
import org.retold.ingest.item.ArticleKey;
import org.retold.ingest.item.FieldBounds;
import org.retold.ingest.item.ItemMaker;
import org.retold.ingest.item.ItemReading;
import org.retold.ingest.item.ItemReading.Made;
import org.retold.ingest.item.ItemReading.Refused;

/**
 * Reads one line of a push import: {@code {"id"?, "url", "title", "html" or "text", "published"?, "language"?,
 * "publisher"?, "authors"?}}. Fields that it does not know are left alone.
 */
public final class PushLine {

    private static final ObjectMapper JSON = Json.MAPPER;

    private PushLine() {}

    /** @param accepted when we took it */
    public static ItemReading read(byte[] line, Instant accepted) {
        JsonNode root;
        try {
            root = JSON.readTree(line);
        } catch (IOException e) {
            return new Refused("not-json", "the line is not JSON: " + firstLine(e.getMessage()), null);
        }
        if (!root.isObject()) {
            return new Refused("not-an-object", "the line is JSON, but not an object", null);
        }
        for (String field : List.of("id", "url", "title", "html", "text", "published", "language", "publisher")) {
            if (root.hasNonNull(field) && !root.get(field).isTextual()) {
                return new Refused("bad-field", "\"%s\" must be a text".formatted(field), null);
            }
        }
        return item(root, accepted);
    }

    private static ItemReading item(JsonNode root, Instant accepted) {
        String url = text(root, "url");
        if (url == null) {
            return new Refused("no-url", "\"url\" is missing or empty", null);
        }
        Optional<String> key = ArticleKey.of(url);
        if (key.isEmpty() || url.length() > ItemMaker.LONGEST_URL) {
            return new Refused(
                    "bad-url",
                    "\"url\" is not an http or https address of at most %d characters".formatted(ItemMaker.LONGEST_URL),
                    null);
        }
        if (text(root, "title") == null) {
            return new Refused("no-title", "\"title\" is missing or empty", url);
        }
        String date = text(root, "published");
        Optional<String> published = date == null ? Optional.empty() : FeedDate.read(date);
        if (date != null && published.isEmpty()) {
            return new Refused("bad-date", "\"published\" is no date that can be read: " + firstLine(date), url);
        }
        String html = text(root, "html");
        String text = html == null ? text(root, "text") : html;
        if (text == null) {
            return new Refused("no-text", "\"html\" and \"text\" are missing or empty", url);
        }
        byte[] body = text.getBytes(UTF_8);
        if (body.length > ItemBody.MAX_BYTES) {
            return new Refused(
                    "body-too-large",
                    "the text has %d bytes, more than %d".formatted(body.length, ItemBody.MAX_BYTES),
                    url);
        }
        return new Made(new Item(
                key.get(),
                url,
                null,
                FieldBounds.line(text(root, "id")),
                null,
                FieldBounds.line(text(root, "publisher")),
                FieldBounds.line(text(root, "title")),
                published.orElse(null),
                FieldBounds.line(text(root, "language")),
                FieldBounds.lines(authors(root.path("authors"))),
                List.of(),
                ItemBody.of(ItemBody.Origin.PUSH, html == null ? "text/plain" : "text/html", "utf-8", null, body),
                accepted,
                null));
    }

    private static List<String> authors(JsonNode authors) {
        if (authors.isTextual()) {
            return List.of(authors.asText());
        }
        return StreamSupport.stream(authors.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    private static @Nullable String text(JsonNode root, String field) {
        String value = root.path(field).asText("").strip();
        return value.isEmpty() ? null : value;
    }

    private static String firstLine(@Nullable String message) {
        String first = String.valueOf(message).lines().findFirst().orElse("");
        return first.length() <= 200 ? first : first.substring(0, 200);
    }
}
