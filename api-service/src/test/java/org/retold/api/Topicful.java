package org.retold.api;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.retold.contract.Article;
import org.retold.contract.ArticleRecordKey;
import org.retold.contract.Evidence;
import org.retold.contract.FeedStatus;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;
import org.retold.contract.Takedown;
import org.retold.contract.Topics;
import org.retold.teststack.TopicProbe;

/** The topics that the service reads, in the hands of a test. */
public final class Topicful implements AutoCloseable {

    public final TopicProbe<String, Article> articles = TopicProbe.on(Topics.ARTICLES);
    public final TopicProbe<String, Evidence> evidence = TopicProbe.on(Topics.EVIDENCE);
    public final TopicProbe<String, Story> stories = TopicProbe.on(Topics.STORIES);
    public final TopicProbe<String, StoryEvent> events = TopicProbe.on(Topics.STORY_EVENTS);
    public final TopicProbe<String, FeedStatus> feeds = TopicProbe.on(Topics.FEEDS);
    public final TopicProbe<String, Takedown> takedowns = TopicProbe.on(Topics.TAKEDOWNS);

    private long sent;

    public void send(Article article) {
        articles.send(new ArticleRecordKey(article.id(), 0, sent++).toString(), article, article.fetched());
    }

    public void send(Story story) {
        stories.send(story.id(), story, story.updated());
    }

    public void send(Evidence why) {
        evidence.send(why.articleId(), why, Newsroom.MORNING);
    }

    public void send(StoryEvent event) {
        events.send(event.storyId(), event, event.at());
    }

    public void send(FeedStatus feed) {
        feeds.send(feed.id(), feed, feed.at());
    }

    public void send(Takedown takedown) {
        takedowns.send(takedown.id(), takedown, takedown.at());
    }

    /** Waits until the service answers so. */
    public static void awaitStatus(int status, String path) {
        awaitTrue(() -> RestAssured.given().redirects().follow(false).get(path).statusCode() == status);
    }

    public static void awaitTrue(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }

    @Override
    public void close() {
        articles.close();
        evidence.close();
        stories.close();
        events.close();
        feeds.close();
        takedowns.close();
    }
}
