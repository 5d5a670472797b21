package org.retold.benchmarks.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Json;
import org.retold.ingest.feed.FeedDocument;

/** Feeds, values and dates that others collected for their tests, beside the checkout. */
final class OutsideFeeds {

    private static final Pattern DECLARED_LANGUAGE = Pattern.compile("Header:\\s*Content-Language:\\s*(\\S+)");
    private static final Pattern DECLARED_CHARSET = Pattern.compile("Header:\\s*Content-type:.*?charset=(\\S+)");
    private static final String ADDRESS = "http://127.0.0.1:8097/feed/";

    private final Path folder;

    OutsideFeeds(Path shared) {
        folder = shared.resolve("corpora/feeds");
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("feedparser"))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    /** What one feed is expected to say: {@code file}, {@code path}, {@code equals}. */
    List<JsonNode> expectations() throws IOException {
        return rows("feedparser-expectations.json");
    }

    /** Dates of feeds: {@code date}, and {@code utc}, which is null where it is none. */
    List<JsonNode> dates() throws IOException {
        return rows("feed-dates.json");
    }

    Path file(String name) {
        return folder.resolve("feedparser").resolve(name);
    }

    /** With the headers that the file says it was sent with. */
    static FeedDocument document(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 500), ISO_8859_1);
        return new FeedDocument(bytes, ADDRESS, group(DECLARED_CHARSET, head), group(DECLARED_LANGUAGE, head));
    }

    private List<JsonNode> rows(String name) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        Json.MAPPER.readTree(folder.resolve(name).toFile()).forEach(rows::add);
        return rows;
    }

    private static @Nullable String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
