package org.retold.dedupe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Article;
import org.retold.contract.Article.Completeness;
import org.retold.contract.Credits;
import org.retold.contract.Json;
import org.retold.contract.Published;
import org.retold.contract.Published.Precision;
import org.retold.contract.Published.Source;
import org.retold.contract.Publisher;

/** The five real pages beside the checkout, as their gold file says they read. */
final class Seeds {

    private static final Path DIRECTORY = Path.of(System.getProperty("retold.shared", "../shared"), "seeds");

    /** What follows a line that is not part of the text is not either, once this share of the lines is read. */
    private static final double TAIL = 0.65;

    private Seeds() {}

    /** A line of the gold file. */
    record Gold(
            String file,
            String story,
            @Nullable String publisher,
            @Nullable String title,
            @Nullable String published,
            String language,
            List<String> agencies,
            List<String> reporters,
            @Nullable String via,
            @Nullable String exclusiveDate,
            @Nullable List<String> notInText) {

        String id() {
            return file.substring(0, 3);
        }
    }

    static boolean areThere() {
        return Files.exists(DIRECTORY.resolve("gold.json"));
    }

    static List<Article> at(Instant fetched) {
        List<Article> articles = new ArrayList<>();
        for (Gold gold :
                Objects.requireNonNull(Json.read(Gold[].class, read("gold.json").getBytes(UTF_8)))) {
            articles.add(article(gold, fetched));
        }
        return articles;
    }

    private static Article article(Gold gold, Instant fetched) {
        List<String> paragraphs = paragraphs(gold);
        String title = gold.title() == null ? paragraphs.getFirst() : gold.title();
        String host = gold.id() + ".example";
        return new Article(
                gold.id(),
                "r1",
                Completeness.FULL,
                "https://" + host,
                null,
                null,
                new Publisher(host, gold.publisher() == null ? host : gold.publisher()),
                title,
                paragraphs,
                published(gold.published()),
                gold.language(),
                List.of(),
                List.of(),
                new Credits(gold.agencies(), gold.reporters(), gold.via(), gold.exclusiveDate(), null),
                fetched);
    }

    private static List<String> paragraphs(Gold gold) {
        List<String> lines = read(gold.file()).lines().map(String::strip).toList();
        List<String> kept = new ArrayList<>();
        for (int n = 0; n < lines.size(); n++) {
            String line = lines.get(n);
            boolean foreign =
                    gold.notInText() != null && gold.notInText().stream().anyMatch(line::contains);
            if (foreign && n > TAIL * lines.size()) {
                break;
            }
            if (!foreign && !line.isEmpty() && !line.equals(gold.title()) && !line.equals(gold.publisher())) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static @Nullable Published published(@Nullable String date) {
        if (date == null) {
            return null;
        }
        return switch (date.length()) {
            case 7 -> new Published(Instant.parse(date + "-01T00:00:00Z"), Precision.MONTH, Source.TEXT);
            case 10 -> new Published(Instant.parse(date + "T00:00:00Z"), Precision.DAY, Source.TEXT);
            default -> new Published(Instant.parse(date + "Z"), Precision.MINUTE, Source.TEXT);
        };
    }

    private static String read(String file) {
        try {
            return Files.readString(DIRECTORY.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
