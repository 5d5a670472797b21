package org.retold.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.retold.local.demo.DemoArticle;
import org.retold.local.http.DemoSite;
import org.retold.local.process.ResidentMemory;

/** What a newcomer sees: the demo site, read from its feeds and pages, and the stories that are found in it. */
@ExtendWith(PipelineExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class DemoTest {

    private static final long GIBIBYTE = 1024L * 1024 * 1024;

    /** In characters; who signs a report is no paragraph of it. */
    private static final int LONGEST_SIGNATURE = 90;

    private final Pipeline pipeline;

    /** By address, in the order they were published. */
    private Map<String, DemoArticle> articles = Map.of();

    /** The story of each article, by the article's address. */
    private final Map<String, JsonNode> stories = new TreeMap<>();

    DemoTest(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @BeforeAll
    void theWholeSiteIsRead() throws IOException {
        try (DemoSite site = DemoSite.start(0)) {
            articles = site.newsstand().articles();
            for (var outlet : site.newsstand().outlets()) {
                pipeline.addFeed(outlet.feedUrl().toString());
            }
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .until(() -> pipeline.storiesByArticle().keySet().containsAll(articles.keySet()));
        }
        for (JsonNode story : pipeline.stories()) {
            story.get("articles")
                    .forEach(article -> stories.put(article.get("url").asText(), story));
        }
    }

    @Test
    void noLookAlikeIsTakenForARetelling() {
        List<String> alone = articles.keySet().stream()
                .filter(url -> article(url).story() == null)
                .toList();

        assertThat(alone)
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(url -> assertThat(membersOfTheStoryOf(url)).containsExactly(url));
    }

    @Test
    void noStoryMixesTwoExclusives() {
        assertThat(articles.keySet())
                .allSatisfy(url -> assertThat(membersOfTheStoryOf(url))
                        .extracting(member -> article(member).story())
                        .as("what the articles together with %s tell", url)
                        .containsOnly(article(url).story()));
    }

    @Test
    void everyExclusiveIsFoundByTwoOfItsTellingsOrMore() {
        assertThat(tellings())
                .allSatisfy((exclusive, told) -> assertThat(told)
                        .as(exclusive)
                        .anySatisfy(url -> assertThat(membersOfTheStoryOf(url)).hasSizeGreaterThanOrEqualTo(2)));
    }

    @Test
    void theseFiveAreFoundWithAllTheirTellings() {
        for (String exclusive : List.of(
                "afp-2026-09-24-astrolabe",
                "ap-2026-10-19-brisewell",
                "bloomberg-2026-10-20-torrea",
                "dpa-2026-10-22-eichhalm",
                "reuters-2026-10-06-nocturna")) {
            Set<String> told = requireNonNull(tellings().get(exclusive), exclusive);

            assertThat(told)
                    .as(exclusive)
                    .allSatisfy(url -> assertThat(membersOfTheStoryOf(url)).isEqualTo(told));
        }
    }

    @Test
    void mostTellingsAreFoundTogether() {
        int right = 0;
        int found = 0;
        int meant = 0;
        for (String one : articles.keySet()) {
            Set<String> together = membersOfTheStoryOf(one);
            Set<String> told = article(one).story() == null
                    ? Set.of(one)
                    : requireNonNull(tellings().get(requireNonNull(article(one).story())));
            right += (int) together.stream().filter(told::contains).count() - 1;
            found += together.size() - 1;
            meant += told.size() - 1;
        }

        assertThat(2.0 * right / (found + meant))
                .as(
                        "pair F1 (0.96 when this was written), at a precision of %.3f and a recall of %.3f",
                        1.0 * right / found, 1.0 * right / meant)
                .isGreaterThan(0.9);
    }

    @Test
    void aStoryComesFromTheAgencyThatItsTellingsCredit() {
        assertThat(tellings())
                .allSatisfy((exclusive, told) -> told.stream()
                        .filter(url -> membersOfTheStoryOf(url).size() > 1)
                        .forEach(url -> {
                            JsonNode story = requireNonNull(stories.get(url));
                            assertThat(exclusive).as(url).startsWith(lower(story.path("agency")) + "-");
                            assertThat(exclusive).as(url).startsWith(lower(story.at("/origin/agency")) + "-");
                        }));
    }

    @Test
    void everyArticleIsReadAsItStandsOnItsPage() throws IOException {
        SoftAssertions all = new SoftAssertions();

        for (String url : articles.keySet()) {
            DemoArticle article = article(url);
            JsonNode read = pipeline.article(idOf(url));
            all.assertThat(plain(read.get("title").asText())).as(url).isEqualTo(plain(article.title()));
            all.assertThat(read.get("language").asText()).as(url).isEqualTo(article.language());
            all.assertThat(Instant.parse(read.get("published").asText()))
                    .as(url)
                    .isEqualTo(article.published().toInstant());
            List<String> written =
                    article.paragraphs().stream().map(DemoTest::plain).toList();
            all.assertThat(plain(read.get("paragraphs"))).as(url).isSubsetOf(written);
            all.assertThat(plain(read.get("paragraphs")))
                    .as(url)
                    .containsSubsequence(written.stream()
                            .filter(paragraph -> paragraph.length() > LONGEST_SIGNATURE)
                            .toList());
        }

        all.assertAll();
    }

    /** A digest names agencies and tells none of their reports. */
    @Test
    void creditsAreThoseThatTheTextsName() throws IOException {
        Map<String, Set<String>> named = new TreeMap<>();
        Map<String, Set<String>> read = new TreeMap<>();

        for (String url : articles.keySet()) {
            DemoArticle article = article(url);
            if (!article.relation().equals("digest")) {
                JsonNode credits = pipeline.article(idOf(url)).get("credits");
                article.gold().agencies().forEach(agency -> note(named, "agencies", url, agency));
                article.gold().reporters().forEach(reporter -> note(named, "reporters", url, reporter));
                note(named, "dates", url, article.gold().exclusiveDate());
                credits.get("agencies").forEach(agency -> note(read, "agencies", url, agency.asText()));
                credits.get("reporters").forEach(reporter -> note(read, "reporters", url, reporter.asText()));
                note(read, "dates", url, credits.path("exclusiveDate").asText(null));
            }
        }

        named.forEach((what, expected) -> {
            Set<String> found = read.getOrDefault(what, Set.of());
            long right = found.stream().filter(expected::contains).count();
            assertThat(2.0 * right / (expected.size() + found.size()))
                    .as("F1 of %s; missing %s, extra %s", what, without(expected, found), without(found, expected))
                    .isGreaterThan(0.9);
        });
    }

    @Test
    void everythingTogetherTakesLittleMemory() {
        long resident = ResidentMemory.ofThisAndAllItStarted();

        assertThat(resident).isPositive().isLessThanOrEqualTo(5 * GIBIBYTE / 2);
    }

    private DemoArticle article(String url) {
        return requireNonNull(articles.get(url), () -> url + " is not of the site");
    }

    /** Addresses of the articles that tell an exclusive, by its label. */
    private Map<String, Set<String>> tellings() {
        return articles.keySet().stream()
                .filter(url -> article(url).story() != null)
                .collect(Collectors.groupingBy(
                        url -> requireNonNull(article(url).story()),
                        TreeMap::new,
                        Collectors.toCollection(TreeSet::new)));
    }

    private Set<String> membersOfTheStoryOf(String url) {
        Set<String> members = new TreeSet<>();
        requireNonNull(stories.get(url), url)
                .get("articles")
                .forEach(article -> members.add(article.get("url").asText()));
        return members;
    }

    private static void note(Map<String, Set<String>> credits, String what, String url, @Nullable String name) {
        if (name != null) {
            credits.computeIfAbsent(what, any -> new TreeSet<>()).add(name + " in " + url);
        }
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private String idOf(String url) {
        for (JsonNode article : requireNonNull(stories.get(url), url).get("articles")) {
            if (article.get("url").asText().equals(url)) {
                return article.get("id").asText();
            }
        }
        throw new AssertionError(url);
    }

    private static String lower(JsonNode agency) {
        return agency.asText().toLowerCase(Locale.ROOT);
    }

    private static List<String> plain(JsonNode paragraphs) {
        List<String> texts = new ArrayList<>();
        paragraphs.forEach(paragraph -> texts.add(plain(paragraph.asText())));
        return texts;
    }

    /** Feeds and pages of one site differ in apostrophes and spaces. */
    private static String plain(String text) {
        return text.replace('’', '\'').replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
