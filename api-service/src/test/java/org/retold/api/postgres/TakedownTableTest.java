package org.retold.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.api.Newsroom.MORNING;
import static org.retold.api.Newsroom.article;
import static org.retold.api.Newsroom.at;
import static org.retold.api.Newsroom.evidence;
import static org.retold.api.Newsroom.member;
import static org.retold.api.Newsroom.story;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.retold.api.arrival.Arrival;
import org.retold.api.arrival.Batch;
import org.retold.api.arrival.BatchOf;
import org.retold.api.arrival.Source;
import org.retold.api.story.FoundStory;
import org.retold.api.story.StoryDetail;
import org.retold.api.story.Texts;
import org.retold.contract.Article;
import org.retold.contract.Evidence;
import org.retold.contract.Relation;
import org.retold.contract.Removal;
import org.retold.contract.Story;
import org.retold.contract.Takedown;

final class TakedownTableTest {

    private static final Takedown CRANE =
            new Takedown("t1", "http://www.x.example.org/news/x/?utm_source=mail", "operator", MORNING, null);

    private final TestDatabase database = TestDatabase.fresh();
    private final ReadModel readModel =
            new ReadModel(database.migrations(), database.jdbi(), InstantSource.fixed(MORNING));
    private final ArticleQueries articles = new ArticleQueries(database.jdbi(), Texts.FULL);
    private final TakedownQueries takedowns = new TakedownQueries(database.jdbi());
    private long offset;

    @BeforeEach
    void migrate() {
        readModel.migrate();
    }

    @Test
    void nothingOfATakenDownArticleIsShownAndAllOfTheOthers() {
        tellTheStory();

        said(CRANE);

        assertOnlyTheOtherIsShown();
    }

    @Test
    void whatIsReadAfterTheTakedownIsBarredToo() {
        said(CRANE);

        tellTheStory();

        assertOnlyTheOtherIsShown();
    }

    @Test
    void anArticleOfAnotherAddressIsBarredOnceItIsKnownToBeMeant() {
        tellTheStory();
        said(new Takedown("t1", "https://feeds.example.org/link/12", "operator", MORNING, null));
        assertThat(articles.byId("x")).isPresent();

        removed(new Removal("t1", List.of("x"), Removal.State.REMOVING, MORNING));

        assertThat(articles.byId("x")).isEmpty();
        assertThat(takedowns.isArticle("x")).isTrue();
        assertThat(takedowns.isUrl("https://x.example.org/news/x")).isTrue();
        assertThat(shown("a").articles()).extracting(shown -> shown.id()).containsExactly("y");
    }

    @Test
    void aStoryOfNothingElseIsGone() {
        arrived(article("x", "Crane falls", "en", "The crane fell."));
        told(story("a", 1, 1, 1, "x"));

        said(CRANE);

        assertThat(new StoryQueries(database.jdbi()).find("a")).isEqualTo(new FoundStory.Unknown<>());
    }

    @Test
    void whatIsLiftedMayComeAgain() {
        tellTheStory();
        said(CRANE);
        removed(new Removal("t1", List.of("x"), Removal.State.REMOVED, MORNING));

        lifted("t1");

        assertThat(articles.byId("x")).as("not by itself").isEmpty();
        assertThat(takedowns.isArticle("x")).isFalse();
        assertThat(takedowns.isUrl(CRANE.url())).isFalse();

        arrived(article("x", "Crane falls", "en", "The crane fell."));

        assertThat(articles.byId("x")).isPresent();
    }

    @Test
    void aTombstoneInTheArticlesTopicEndsTheTextUntilTheArticleComesAgain() {
        arrived(article("x", "Crane falls", "en", "The crane fell."));

        arrived("x", null);

        assertThat(articles.byId("x")).isEmpty();

        arrived(article("x", Article.Completeness.INTRODUCTION, "Crane falls", "en", "The crane..."));

        assertThat(articles.byId("x")).isPresent();
    }

    @Test
    void onlyTheBeginningIsGivenOutWhereTheSettingSaysSo() {
        arrived(article("x", "Crane falls", "en", "The crane fell. ".repeat(40)));

        assertThat(new ArticleQueries(database.jdbi(), Texts.EXCERPT).byId("x")).hasValueSatisfying(shown -> {
            assertThat(shown.excerpt()).isTrue();
            assertThat(shown.paragraphs().getFirst()).endsWith("crane").hasSizeLessThanOrEqualTo(300);
        });
        assertThat(articles.byId("x"))
                .hasValueSatisfying(shown -> assertThat(shown.excerpt()).isFalse());
    }

    @Test
    void whoKnowsAnOldAddressFindsTheArticleUntilItIsTakenDownOrAnotherOneIsThere() {
        String old = "https://x.example.org/news/crane";
        arrived(at(old, article("x", "Crane falls", "en", "The crane fell.")));
        arrived(at("https://x.example.org/news/crane-fell", article("x", "Crane fell", "en", "The crane fell.")));

        assertThat(articles.byUrl(old + "/?utm_source=mail"))
                .hasValueSatisfying(found -> assertThat(found.title()).isEqualTo("Crane fell"));

        arrived(at(old, article("y", "Another crane", "en", "Another crane stands.")));

        assertThat(articles.byUrl(old))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo("y"));

        arrived("y", null);
        arrived("x", null);

        assertThat(articles.byUrl(old)).isEmpty();
    }

    private void tellTheStory() {
        arrived(article("x", "Title of x", "en", "The crane fell."));
        arrived(article("y", "Title of y", "en", "A crane has fallen."));
        Evidence why = evidence("y", "x", "a");
        apply(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Arrival<>(source("e"), ++offset, MORNING, "y", why)),
                List.of());
        told(story(
                "a",
                1,
                1,
                1,
                "Title of x",
                List.of(member("x", 0, Relation.ORIGINAL), member("y", 1, Relation.RETELLING)),
                null));
    }

    private void assertOnlyTheOtherIsShown() {
        assertThat(articles.byId("x")).isEmpty();
        assertThat(articles.byUrl("https://x.example.org/news/x")).isEmpty();
        assertThat(takedowns.isArticle("x")).isTrue();
        assertThat(takedowns.isUrl("https://x.example.org/news/x")).isTrue();
        StoryDetail story = shown("a");
        assertThat(story.headline()).isEqualTo("Title of y");
        assertThat(story.articleCount()).isEqualTo(1);
        assertThat(story.articles()).singleElement().satisfies(shown -> {
            assertThat(shown.id()).isEqualTo("y");
            assertThat(shown.evidence()).as("it quotes the other").isNull();
        });
        assertThat(articles.byId("y")).isPresent();
    }

    private StoryDetail shown(String id) {
        return ((FoundStory.Here<StoryDetail>) new StoryQueries(database.jdbi()).find(id)).story();
    }

    private void said(Takedown takedown) {
        Arrival<Takedown> arrival = new Arrival<>(source("t"), ++offset, MORNING, takedown.id(), takedown);
        apply(List.of(arrival), List.of(), List.of(), List.of(), List.of());
    }

    private void lifted(String id) {
        apply(
                List.of(new Arrival<>(source("t"), ++offset, MORNING, id, null)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private void removed(Removal removal) {
        Arrival<Removal> arrival = new Arrival<>(source("r"), ++offset, MORNING, removal.takedownId(), removal);
        apply(List.of(), List.of(arrival), List.of(), List.of(), List.of());
    }

    private void arrived(Article article) {
        arrived(article.id(), article);
    }

    private void arrived(String id, @Nullable Article article) {
        Arrival<Article> arrival = new Arrival<>(source("a"), ++offset, MORNING, id, article);
        apply(List.of(), List.of(), List.of(arrival), List.of(), List.of());
    }

    private void told(Story story) {
        Arrival<Story> arrival = new Arrival<>(source("s"), ++offset, MORNING, story.id(), story);
        apply(List.of(), List.of(), List.of(), List.of(), List.of(arrival));
    }

    private void apply(
            List<Arrival<Takedown>> said,
            List<Arrival<Removal>> removed,
            List<Arrival<Article>> arrived,
            List<Arrival<Evidence>> why,
            List<Arrival<Story>> told) {
        Batch batch = BatchOf.nothing()
                .takedowns(said)
                .removals(removed)
                .articles(arrived)
                .evidence(why)
                .stories(told)
                .batch();
        TestDatabase.apply(batch, readModel);
    }

    private static Source source(String topic) {
        return new Source(topic, 0);
    }
}
