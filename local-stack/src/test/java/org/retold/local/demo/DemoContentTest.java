package org.retold.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.retold.local.demo.Publisher.Cms;
import org.retold.local.demo.Publisher.FeedForm;

final class DemoContentTest {

    private final DemoContent content = DemoContent.bundled();

    @Test
    void thereAreOutletsOfEachMakeInFiveLanguages() {
        assertThat(content.publishers()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(content.publishers()).extracting(Publisher::cms).contains(Cms.values());
        for (Cms cms : List.of(Cms.SPIP, Cms.WORDPRESS, Cms.ATOM, Cms.RDF, Cms.JSON_FEED)) {
            assertThat(content.publishers())
                    .filteredOn(publisher -> publisher.cms() == cms)
                    .extracting(Publisher::feed)
                    .as("feeds of %s", cms)
                    .contains(FeedForm.FULL, FeedForm.INTRODUCTION);
        }
        assertThat(content.publishers()).extracting(Publisher::language).contains("fr", "en", "de", "es", "it");
    }

    @Test
    void twelveReportsOrMoreAreToldThreeToSixTimesNeverTwiceByOneOutlet() {
        assertThat(tellings()).hasSizeGreaterThanOrEqualTo(12).allSatisfy((story, told) -> {
            assertThat(told).as(story).hasSizeBetween(3, 6);
            assertThat(told).as(story).extracting(DemoArticle::publisher).doesNotHaveDuplicates();
            assertThat(told).as(story).extracting(DemoArticle::relation).containsOnlyOnce("original");
        });
    }

    @Test
    void reportsAreCopiedCutRewordedTranslatedAndToldSecondHandWeeksLater() {
        Map<String, Long> kinds = content.articles().stream()
                .filter(article -> article.story() != null)
                .collect(Collectors.groupingBy(DemoArticle::relation, Collectors.counting()));

        for (String kind : List.of("copy", "condensed", "retelling", "translation", "second-hand")) {
            assertThat(kinds.getOrDefault(kind, 0L)).as(kind).isGreaterThanOrEqualTo(6);
        }
        assertThat(tellings().values().stream().flatMap(DemoContentTest::weeksLate))
                .hasSizeGreaterThanOrEqualTo(8)
                .extracting(DemoArticle::language)
                .contains("fr", "de", "es");
        assertThat(tellings().values().stream().flatMap(DemoContentTest::cutToAQuarter))
                .hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void twentyLookAlikesOrMoreOfEightKindsStandAlone() {
        Map<String, Long> kinds = content.articles().stream()
                .filter(article -> article.story() == null)
                .collect(Collectors.groupingBy(DemoArticle::relation, Collectors.counting()));

        assertThat(kinds.values().stream().mapToLong(Long::longValue).sum()).isGreaterThanOrEqualTo(20);
        for (String kind : List.of(
                "same-people",
                "denial",
                "market-reaction",
                "follow-up",
                "explainer",
                "digest",
                "column",
                "structural-twin")) {
            assertThat(kinds.getOrDefault(kind, 0L)).as(kind).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void everyArticleHasAnOutletAndEveryRelatedTitleIsAboutSomethingElse() {
        Map<String, DemoArticle> byTitle =
                content.articles().stream().collect(Collectors.toMap(DemoArticle::title, article -> article));

        assertThat(content.articles()).allSatisfy(article -> {
            assertThat(content.publishers()).extracting(Publisher::id).contains(article.publisher());
            assertThat(article.related()).allSatisfy(title -> {
                DemoArticle other = byTitle.get(title);
                assertThat(other == null
                                || other.story() == null
                                || !other.story().equals(article.story()))
                        .as("%s links to %s", article.id(), title)
                        .isTrue();
            });
        });
    }

    private Map<String, List<DemoArticle>> tellings() {
        return content.articles().stream()
                .filter(article -> article.story() != null)
                .collect(Collectors.groupingBy(article -> Objects.requireNonNull(article.story())));
    }

    private static Stream<DemoArticle> weeksLate(List<DemoArticle> told) {
        OffsetDateTime late = told.getFirst().published().plusWeeks(2);
        return told.stream().filter(article -> article.published().isAfter(late));
    }

    /** Or a little more, as a translation may need more words than its source. */
    private static Stream<DemoArticle> cutToAQuarter(List<DemoArticle> told) {
        int longest = told.stream().mapToInt(DemoContentTest::words).max().orElseThrow();
        return told.stream().filter(article -> words(article) <= longest * 3 / 10);
    }

    private static int words(DemoArticle article) {
        return String.join(" ", article.paragraphs()).split("\\s+").length;
    }
}
