package org.retold.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.retold.ingest.feed.FeedReading.NotAFeed;
import org.retold.ingest.feed.FeedReading.ReadFeed;

/** Measures the reader on feeds, values and dates that others collected; Rome out of the box beside it. */
class OutsideFeedsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DECLARED_LANGUAGE = Pattern.compile("Header:\\s*Content-Language:\\s*(\\S+)");
    private static final Pattern DECLARED_CHARSET = Pattern.compile("Header:\\s*Content-type:.*?charset=(\\S+)");

    private final FeedReader reader = new FeedReader();
    private final Path corpus = Path.of(System.getProperty("retold.shared", "../shared"), "corpora", "feeds");

    @BeforeEach
    void corpusIsThere() {
        Assumptions.assumeTrue(Files.isDirectory(corpus), "skipped: corpora are not beside the checkout");
    }

    @Test
    void nearlyAllFeedsAreReadAndNoneThrows() throws IOException {
        int read = 0;
        int refused = 0;
        int byRome = 0;
        List<Path> files = files();
        for (Path file : files) {
            switch (reader.read(document(file))) {
                case ReadFeed ignored -> read++;
                case NotAFeed no -> {
                    refused++;
                    System.out.println("refused: " + corpus.relativize(file) + ": " + no.reason());
                }
            }
            byRome += readByRome(file) ? 1 : 0;
        }

        System.out.printf("feeds: %d, read %d, refused %d; Rome %d%n", files.size(), read, refused, byRome);
        assertThat(read).isGreaterThan(byRome).isGreaterThanOrEqualTo(2_100);
    }

    @Test
    void nearlyAllValuesAreAsExpected() throws IOException {
        JsonNode expectations =
                JSON.readTree(corpus.resolve("feedparser-expectations.json").toFile());
        int right = 0;
        for (JsonNode expected : expectations) {
            Path file =
                    corpus.resolve("feedparser").resolve(expected.path("file").asText());
            Optional<String> found = reader.read(document(file)) instanceof ReadFeed feed
                    ? FeedValue.at(expected.path("path").asText(), feed)
                    : Optional.empty();
            if (found.orElse("").equals(expected.path("equals").asText())) {
                right++;
            } else {
                System.out.println("other: " + expected + " found " + found);
            }
        }

        System.out.printf("values: %d of %d%n", right, expectations.size());
        assertThat(right).isGreaterThanOrEqualTo(500);
    }

    @Test
    void everyDateIsRightOrNotRead() throws IOException {
        int right = 0;
        int wrong = 0;
        int valid = 0;
        for (JsonNode expected : JSON.readTree(corpus.resolve("feed-dates.json").toFile())) {
            Optional<Instant> found =
                    FeedDate.read(expected.path("date").asText()).map(OutsideFeedsTest::start);
            boolean isDate = !expected.path("utc").isNull();
            valid += isDate ? 1 : 0;
            if (isDate
                    && found.isPresent()
                    && found.get().equals(Instant.parse(expected.path("utc").asText()))) {
                right++;
            } else if (found.isPresent()) {
                wrong++;
                System.out.println("wrong: " + expected + " found " + found);
            } else if (isDate) {
                System.out.println("not read: " + expected);
            }
        }

        System.out.printf("dates: %d of %d read, %d wrong%n", right, valid, wrong);
        assertThat(wrong).isZero();
        assertThat(right).isGreaterThanOrEqualTo(44);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(corpus.resolve("feedparser"))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    private static FeedDocument document(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String head = new String(bytes, 0, Math.min(bytes.length, 500), java.nio.charset.StandardCharsets.ISO_8859_1);
        return new FeedDocument(
                bytes, "http://127.0.0.1:8097/feed/", group(DECLARED_CHARSET, head), group(DECLARED_LANGUAGE, head));
    }

    private static @org.jspecify.annotations.Nullable String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static boolean readByRome(Path file) {
        try {
            new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(Files.readAllBytes(file))));
            return true;
        } catch (Exception | StackOverflowError e) {
            return false;
        }
    }

    private static Instant start(String iso) {
        return switch (iso.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(iso), 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
            case 7 -> YearMonth.parse(iso).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            case 10 -> LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
            default -> OffsetDateTime.parse(iso).toInstant();
        };
    }
}
