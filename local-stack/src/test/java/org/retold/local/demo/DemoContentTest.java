package org.retold.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.retold.local.demo.Publisher.Cms;
import org.retold.local.demo.Publisher.FeedForm;

final class DemoContentTest {

    private final DemoContent content = DemoContent.bundled();

    @Test
    void thereIsAnOutletOfEachKind() {
        assertThat(content.publishers()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(content.publishers()).extracting(Publisher::cms).contains(Cms.values());
        assertThat(content.publishers())
                .filteredOn(publisher -> publisher.cms() == Cms.SPIP)
                .extracting(Publisher::feed)
                .contains(FeedForm.FULL, FeedForm.INTRODUCTION);
        assertThat(content.publishers()).extracting(Publisher::language).contains("fr", "en");
    }

    @Test
    void fourReportsOrMoreAreToldThreeTimesOrMoreAmongSixLookAlikesOrMore() {
        Map<String, List<DemoArticle>> byStory = content.articles().stream()
                .filter(article -> article.story() != null)
                .collect(Collectors.groupingBy(article -> Objects.requireNonNull(article.story())));

        assertThat(byStory).hasSizeGreaterThanOrEqualTo(4);
        assertThat(byStory.values()).allSatisfy(told -> assertThat(told).hasSizeGreaterThanOrEqualTo(3));
        assertThat(content.articles())
                .filteredOn(article -> article.story() == null)
                .hasSizeGreaterThanOrEqualTo(6);
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
}
