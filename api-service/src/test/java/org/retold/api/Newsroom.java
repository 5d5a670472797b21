package org.retold.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Article;
import org.retold.contract.Credits;
import org.retold.contract.Evidence;
import org.retold.contract.FeedStatus;
import org.retold.contract.Published;
import org.retold.contract.Publisher;
import org.retold.contract.Relation;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;

/** Invented articles and stories for tests. */
public final class Newsroom {

    public static final Instant MORNING = Instant.parse("2024-02-13T08:30:00Z");

    private Newsroom() {}

    public static Article article(String id, String title, String language, String... paragraphs) {
        return article(id, Article.Completeness.FULL, title, language, paragraphs);
    }

    public static Article article(
            String id, Article.Completeness completeness, String title, String language, String... paragraphs) {
        return new Article(
                id,
                "r1",
                completeness,
                "https://" + id + ".example.org/news/" + id,
                "x-" + id,
                null,
                new Publisher(id + ".example.org", "The " + id),
                title,
                List.of(paragraphs),
                new Published(MORNING, Published.Precision.DAY, Published.Source.META),
                language,
                List.of("A. Writer"),
                List.of(),
                new Credits(List.of("Reuters"), List.of("B. Reporter"), null, "2024-02", null),
                MORNING);
    }

    /** The same article at another address. */
    public static Article at(String url, Article article) {
        return with(url, article.credits(), article);
    }

    /** The same article as it credits another agency. */
    public static Article crediting(String agency, Article article) {
        return with(article.url(), new Credits(List.of(agency), List.of(), null, null, null), article);
    }

    private static Article with(String url, Credits credits, Article article) {
        return new Article(
                article.id(),
                article.revision(),
                article.completeness(),
                url,
                article.externalId(),
                article.feedUrl(),
                article.publisher(),
                article.title(),
                article.paragraphs(),
                article.published(),
                article.language(),
                article.authors(),
                article.subjects(),
                credits,
                article.fetched());
    }

    public static Story.Member member(String articleId, long arrival, Relation relation) {
        return new Story.Member(
                articleId,
                "r1",
                arrival,
                "x-" + articleId,
                "https://" + articleId + ".example.org/news/" + articleId,
                "Title of " + articleId,
                new Publisher(articleId + ".example.org", "The " + articleId),
                "en",
                new Published(MORNING, Published.Precision.DAY, Published.Source.META),
                relation,
                relation == Relation.ORIGINAL ? 1 : 0.9,
                relation == Relation.ORIGINAL ? null : Duration.ofDays(arrival));
    }

    public static Story story(String id, long version, long change, int changeSize, String... articleIds) {
        List<Story.Member> members = new java.util.ArrayList<>();
        for (String articleId : articleIds) {
            members.add(member(articleId, members.size(), members.isEmpty() ? Relation.ORIGINAL : Relation.RETELLING));
        }
        return story(id, version, change, changeSize, "Headline of " + id, members, null);
    }

    /** What is left of a story that another absorbed. */
    public static Story merged(String id, long version, long change, int changeSize, String into) {
        return story(id, version, change, changeSize, "Headline of " + id, List.of(), into);
    }

    public static Story story(
            String id,
            long version,
            long change,
            int changeSize,
            String headline,
            List<Story.Member> members,
            @Nullable String mergedInto) {
        return new Story(
                id,
                version,
                change,
                changeSize,
                headline,
                List.of("en"),
                "Reuters",
                MORNING,
                MORNING.plus(Duration.ofDays(members.size())),
                MORNING.plusSeconds(change),
                new Story.Origin(
                        "Reuters", null, List.of("B. Reporter"), "2024-02-13", "Most of the articles credit it."),
                members.size(),
                members.stream()
                        .map(member -> new Story.Count(member.publisher().name(), 1))
                        .toList(),
                members.isEmpty() ? List.of() : List.of(new Story.Count("en", members.size())),
                members,
                List.of(),
                mergedInto);
    }

    public static Evidence evidence(String articleId, String otherArticleId, String storyId) {
        return new Evidence(
                articleId,
                "r1",
                otherArticleId,
                "r1",
                storyId,
                Relation.RETELLING,
                0.93,
                0.4,
                0.87,
                0.61,
                List.of(new Evidence.Passage(new Evidence.Range(0, 0, 20), new Evidence.Range(0, 0, 15), 0.8)),
                List.of(new Evidence.Fact(Evidence.Fact.Kind.NAME, "Ouchakov", "Ushakov")),
                List.of("Reuters"),
                "m1",
                "s1");
    }

    public static StoryEvent event(String id, String storyId, StoryEvent.Kind kind, long version, long change) {
        return new StoryEvent(id, storyId, kind, version, change, 1, MORNING, null, null);
    }

    public static FeedStatus feed(String id, String title, FeedStatus.State state) {
        return new FeedStatus(
                id,
                "https://example.org/" + id + ".xml",
                title,
                null,
                state,
                MORNING,
                "not modified",
                state == FeedStatus.State.FAILING ? 3 : 0,
                MORNING.plusSeconds(600),
                "it was not modified, so it is asked every 10 min",
                MORNING,
                12,
                MORNING);
    }
}
