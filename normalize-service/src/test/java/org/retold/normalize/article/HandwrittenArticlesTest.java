package org.retold.normalize.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.retold.contract.Article;
import org.retold.contract.Credits;
import org.retold.normalize.article.Outcome.Normalized;
import org.retold.normalize.article.Outcome.Refused;
import org.retold.normalize.corpus.HandwrittenCorpus;
import org.retold.normalize.corpus.HandwrittenCorpus.Labelled;
import org.retold.normalize.corpus.Items;
import org.retold.normalize.language.LanguageReader;

/** Measures on the labelled corpora; the bounds lie just under what is reached. */
class HandwrittenArticlesTest {

    private static final Normalizer NORMALIZER = new Normalizer(new LanguageReader());
    private static final Map<String, Article> ARTICLES = new HashMap<>();

    @Test
    void paragraphsAreFoundAndFurnitureIsNot() {
        Tally paragraphs = new Tally();
        List<String> furniture = new ArrayList<>();

        for (Labelled page : HandwrittenCorpus.pages()) {
            Article article = article(page);
            List<String> expected = page.strings("paragraphs").stream()
                    .map(HandwrittenArticlesTest::plain)
                    .toList();
            List<String> found = article.paragraphs().stream()
                    .map(HandwrittenArticlesTest::plain)
                    .toList();
            paragraphs.add(page.id(), expected, found);
            page.strings("boilerplate").stream()
                    .filter(line -> found.stream().anyMatch(plain(line)::equals)
                            || (plain(line).length() > 12
                                    && String.join("\n", found).contains(plain(line))))
                    .forEach(line -> furniture.add(page.id() + ": " + line));
        }

        paragraphs.print("paragraphs");
        furniture.forEach(line -> System.out.println("furniture " + line));
        assertThat(paragraphs.f1()).isGreaterThan(0.98);
        assertThat(furniture).isEmpty();
    }

    @Test
    void creditedAgenciesAreFound() {
        Tally agencies = new Tally();
        Tally named = new Tally();

        for (Labelled page : ownPages()) {
            List<String> found = article(page).credits().agencies();
            List<String> expected = page.row().path("agency").isTextual()
                    ? List.of(page.row().path("agency").asText())
                    : List.of();
            agencies.add(page.id(), expected, found);
            if (expected.isEmpty() || names(page, expected.get(0))) {
                named.add(page.id(), expected, found);
            }
        }

        agencies.print("agencies");
        named.print("agencies that the text names");
        assertThat(named.f1()).isGreaterThan(0.95);
        assertThat(agencies.f1()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void reportersAreFound() {
        Tally reporters = new Tally();

        for (Labelled page : ownPages()) {
            List<String> expected = page.strings("reporters").stream()
                    .filter(name -> text(page).contains(name))
                    .toList();
            reporters.add(page.id(), expected, article(page).credits().reporters());
        }

        reporters.print("reporters that the text names");
        assertThat(reporters.f1()).isGreaterThan(0.90);
    }

    @Test
    void datesOfExclusivesAreRightAndFoundWhereTheTextStatesThem() {
        Tally dates = new Tally();

        for (Labelled page : ownPages()) {
            Credits credits = article(page).credits();
            String date = page.row().path("exclusiveDate").asText("");
            boolean stated = !date.isEmpty() && states(text(page), date);
            dates.add(
                    page.id(),
                    stated || date.equals(credits.exclusiveDate()) ? List.of(date) : List.of(),
                    credits.exclusiveDate() == null ? List.of() : List.of(credits.exclusiveDate()));
        }

        dates.print("dates of exclusives that the text states");
        assertThat(dates.f1()).isGreaterThanOrEqualTo(0.90);
        assertThat(dates.recall()).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void languagesAndTitlesAreRight() {
        Tally languages = new Tally();
        Tally titles = new Tally();

        for (Labelled page : HandwrittenCorpus.pages()) {
            Article article = article(page);
            languages.add(page.id(), List.of(page.row().path("lang").asText()), List.of(article.language()));
            titles.add(page.id(), List.of(plain(page.row().path("title").asText())), List.of(plain(article.title())));
        }

        languages.print("languages");
        titles.print("titles");
        assertThat(languages.f1()).isGreaterThan(0.99);
        assertThat(titles.f1()).isGreaterThan(0.99);
    }

    @Test
    void feedAndPageOfOneArticleAreTheSameRevision() {
        List<String> different = new ArrayList<>();

        for (Labelled page : ownPages()) {
            JsonNode row = page.row();
            String html = org.retold.normalize.corpus.TestPages.paragraphs(
                    page.strings("paragraphs").stream()
                            .map(HandwrittenArticlesTest::asInAFeed)
                            .toList(),
                    "");
            Outcome fromFeed = NORMALIZER.normalize(Items.feed(
                    row.path("url").asText(),
                    asInAFeed(row.path("title").asText()),
                    row.path("published").asText(),
                    html));
            Article fromPage = article(page);
            if (!(fromFeed instanceof Normalized(Article article)
                    && article.id().equals(fromPage.id())
                    && article.revision().equals(fromPage.revision()))) {
                different.add(page.id());
            }
        }

        assertThat(different).isEmpty();
    }

    private static String asInAFeed(String text) {
        return text.replace('’', '\'').replace('\u00a0', ' ');
    }

    private static List<Labelled> ownPages() {
        return HandwrittenCorpus.pages().stream()
                .filter(Predicate.not(page -> page.layout().equals("bare")))
                .toList();
    }

    private static Article article(Labelled page) {
        return ARTICLES.computeIfAbsent(page.id(), id -> normalized(page));
    }

    private static Article normalized(Labelled page) {
        JsonNode row = page.row();
        var item = Items.page(row.path("url").asText(), page.html());
        var dated = new org.retold.contract.Item(
                item.key(),
                item.url(),
                null,
                null,
                item.feedUrl(),
                row.path("outlet").asText(),
                null,
                row.path("published").asText(),
                null,
                List.of(),
                List.of(),
                item.body(),
                item.fetched(),
                null);
        return switch (NORMALIZER.normalize(dated)) {
            case Normalized(Article article) -> article;
            case Refused(String code, String message) ->
                throw new AssertionError(page.id() + " refused: " + code + " " + message);
        };
    }

    private static boolean names(Labelled page, String agency) {
        String names = switch (agency) {
            case "AP" -> "(?s).*(\\bAP\\b|Associated Press).*";
            case "AFP" -> "(?s).*(\\bAFP\\b|Agence France-Presse).*";
            case "dpa" -> "(?s).*(\\bdpa\\b|Deutschen? Presse).*";
            default -> "(?s).*\\b" + agency + "\\b.*";
        };
        return text(page).matches(names);
    }

    /** Whether a text has the day with its month's name, in one of five languages and either order. */
    private static boolean states(String text, String date) {
        LocalDate day = LocalDate.parse(date);
        return Stream.of("fr", "en", "de", "es", "it")
                .map(language -> day.getMonth().getDisplayName(TextStyle.FULL, Locale.of(language)))
                .map(month -> "(?iu)(?<!\\d)0?%1$d(?:er|st|nd|rd|th)?\\.? (?:de )?%2$s\\b|\\b%2$s 0?%1$d(?!\\d)"
                        .formatted(day.getDayOfMonth(), month))
                .anyMatch(stated -> Pattern.compile(stated).matcher(text).find());
    }

    private static String text(Labelled page) {
        return page.row().path("title").asText() + "\n" + String.join("\n", page.strings("paragraphs"));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
    }

    /** Precision and recall over sets of strings. */
    private static final class Tally {

        private int right;
        private int expected;
        private int found;
        private final List<String> wrong = new ArrayList<>();

        void add(String id, List<String> gold, List<String> given) {
            Set<String> both = new HashSet<>(gold);
            both.retainAll(new HashSet<>(given));
            right += both.size();
            expected += new HashSet<>(gold).size();
            found += new HashSet<>(given).size();
            if (!new HashSet<>(gold).equals(new HashSet<>(given))) {
                List<String> missing = new ArrayList<>(gold);
                missing.removeAll(given);
                List<String> extra = new ArrayList<>(given);
                extra.removeAll(gold);
                wrong.add("%s missing %s extra %s".formatted(id, missing, extra));
            }
        }

        double recall() {
            return expected == 0 ? 1 : (double) right / expected;
        }

        double f1() {
            return expected + found == 0 ? 1 : 2.0 * right / (expected + found);
        }

        void print(String what) {
            System.out.printf(
                    Locale.ROOT,
                    "measured %s: precision %.4f recall %.4f f1 %.4f%n",
                    what,
                    found == 0 ? 1 : (double) right / found,
                    recall(),
                    f1());
            wrong.stream()
                    .limit(60)
                    .forEach(line -> System.out.println("  " + line.substring(0, Math.min(260, line.length()))));
        }
    }
}
