package org.retold.benchmarks.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.retold.benchmarks.reading.FeedParser.Values;
import org.retold.benchmarks.score.Checkout;
import org.retold.benchmarks.score.QualityPage;
import org.retold.benchmarks.score.Table;

/**
 * Measures how well feeds are read that others collected, Rome out of the box beside ours, and writes the section of
 * {@code docs/quality.md}.
 *
 * <p>Usage: {@code ./retold bench feed-reading}.
 */
public final class EvaluateFeedReading {

    private final OutsideFeeds feeds;
    private final List<FeedParser> parsers = List.of(new OwnReader(), new RomeReader());

    private EvaluateFeedReading(OutsideFeeds feeds) {
        this.feeds = feeds;
    }

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        String table = new EvaluateFeedReading(new OutsideFeeds(Checkout.shared())).table();
        new QualityPage(Checkout.root().resolve("docs/quality.md")).write("feed reading", table);
    }

    private String table() throws IOException {
        List<Path> files = feeds.files();
        List<JsonNode> dates = feeds.dates();
        long valid = dates.stream().filter(EvaluateFeedReading::isValid).count();
        Table table = new Table(
                "read with",
                "feeds read, of " + files.size(),
                "values as expected, of " + feeds.expectations().size(),
                "valid dates read rightly, of " + valid,
                "dates read wrongly, of " + dates.size());
        for (FeedParser parser : parsers) {
            table.row(
                    parser.name(),
                    Integer.toString(read(parser, files)),
                    Integer.toString(values(parser)),
                    Long.toString(dates.stream()
                            .filter(date -> isValid(date) && isRight(parser, date))
                            .count()),
                    Long.toString(dates.stream()
                            .filter(date -> found(parser, date).isPresent() && !isRight(parser, date))
                            .count()));
        }
        return table.toString();
    }

    private static int read(FeedParser parser, List<Path> files) throws IOException {
        int read = 0;
        for (Path file : files) {
            read += values(parser, file).isPresent() ? 1 : 0;
        }
        return read;
    }

    private int values(FeedParser parser) throws IOException {
        int right = 0;
        for (JsonNode expected : feeds.expectations()) {
            Optional<String> found = values(
                            parser, feeds.file(expected.path("file").asText()))
                    .flatMap(values -> values.at(expected.path("path").asText()));
            right += found.orElse("").equals(expected.path("equals").asText()) ? 1 : 0;
        }
        return right;
    }

    private static Optional<Values> values(FeedParser parser, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return parser.read(OutsideFeeds.document(bytes), bytes);
    }

    private static boolean isValid(JsonNode date) {
        return !date.path("utc").isNull();
    }

    private static boolean isRight(FeedParser parser, JsonNode date) {
        return isValid(date)
                && found(parser, date)
                        .equals(Optional.of(Instant.parse(date.path("utc").asText())));
    }

    private static Optional<Instant> found(FeedParser parser, JsonNode date) {
        return parser.date(date.path("date").asText());
    }
}
