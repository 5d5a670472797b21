package org.retold.api;

import static org.retold.api.Newsroom.MORNING;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.retold.contract.Article;
import org.retold.contract.Correction;
import org.retold.contract.Publisher;
import org.retold.contract.Relation;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;
import org.retold.contract.Topics;
import org.retold.teststack.TestStack;
import org.retold.teststack.TopicProbe;
import org.retold.teststack.openapi.OpenApiDocument;
import org.retold.teststack.openapi.OpenApiWalk;

/** The OpenAPI document and the service say the same; what the examples name is put there before. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class OpenApiTest {

    private static final String TOKEN = "word-of-the-tests";

    @Inject
    Jdbi jdbi;

    private final Topicful topics = new Topicful();
    private final TopicProbe<String, Correction> corrections = TopicProbe.on(Topics.CORRECTIONS);
    private final Receiver receiver = new Receiver();

    private final OpenApiDocument document = new OpenApiDocument();

    @BeforeEach
    void putThereWhatTheExamplesName() {
        String story = document.example("/components/parameters/story");
        String other = document.exampleBody("mergeStories").at("/storyIds/0").asText();
        String article = document.example("/components/parameters/article");
        String leaving = document.exampleBody("splitStory").at("/articleIds/0").asText();
        String url = document.exampleParameter("findArticle", "url");
        topics.send(articleAt(url, article));
        topics.send(Newsroom.evidence(leaving, article, story));
        topics.send(Newsroom.story(
                story,
                1,
                51_000,
                1,
                "Crane falls at the shipyard",
                List.of(memberAt(url, article), Newsroom.member(leaving, 1, Relation.RETELLING)),
                null));
        topics.send(Newsroom.story(other, 1, 51_001, 1, "article-of-the-other"));
        topics.send(new StoryEvent("51000-0", story, StoryEvent.Kind.CREATED, 1, 51_000, 1, MORNING, article, null));
        String correction = document.example("/components/parameters/correction");
        corrections.send(
                correction,
                new Correction(
                        correction,
                        Correction.Kind.APART,
                        List.of(leaving, article),
                        "operator",
                        MORNING,
                        "Another shipyard."),
                MORNING);
        for (String shown : List.of(
                "/api/v1/stories/" + story,
                "/api/v1/stories/" + other,
                "/api/v1/articles/" + article,
                "/api/v1/corrections/" + correction,
                "/api/v1/publishers/example.org")) {
            Topicful.awaitStatus(200, shown);
        }
        Topicful.awaitTrue(() -> RestAssured.get("/api/v1/stories/" + story + "/history")
                .asString()
                .contains("51000-0"));
        jdbi.useHandle(handle -> {
            handle.execute("delete from webhook where id = ?", document.example("/components/parameters/webhook"));
            handle.execute(
                    "insert into webhook (id, url, state, kinds, filter, secret, created, position, newer_than)"
                            + " values (?, ?, 'paused', '{created}', '{}', 'whsec_c2VjcmV0', now(), 0, now())",
                    document.example("/components/parameters/webhook"),
                    receiver.url());
            handle.execute(
                    "insert into webhook_delivery (id, webhook_id, type, state, created)"
                            + " values (?, ?, 'webhook.ping', 'failed', now())",
                    document.example("/components/parameters/delivery"),
                    document.example("/components/parameters/webhook"));
        });
    }

    @AfterEach
    void close() {
        topics.close();
        corrections.close();
        receiver.close();
    }

    @Test
    void everyOperationAndEverythingThatItTakesAndAnswersIsExplainedWithAnExample() {
        walk().expectEverythingExplained();
    }

    @Test
    void everyOperationAnswersItsOwnExamplesAsDocumented() {
        walk().expectExamplesAnswered();
    }

    @Test
    void whatIsNotKnownNotUnderstoodOrNotAllowedIsAnsweredAsDocumented() {
        walk().expectRefusals();
    }

    @Test
    void whateverAParameterSaysIsAWordAndNothingElse() {
        walk().expectHostileWordsAreWords();

        RestAssured.get("/api/v1/stories/" + document.example("/components/parameters/story"))
                .then()
                .statusCode(200);
    }

    private OpenApiWalk walk() {
        return new OpenApiWalk(document, TOKEN, body -> body.replace("https://desk.example/hook", receiver.url()));
    }

    private static Article articleAt(String url, String id) {
        Article any = Newsroom.article(id, "Crane falls at the shipyard", "en", "A crane fell on Tuesday.");
        return new Article(
                any.id(),
                any.revision(),
                any.completeness(),
                url,
                any.externalId(),
                any.feedUrl(),
                new Publisher("example.org", "The Docks"),
                any.title(),
                any.paragraphs(),
                any.published(),
                any.language(),
                any.authors(),
                any.subjects(),
                any.credits(),
                any.fetched());
    }

    private static Story.Member memberAt(String url, String id) {
        Story.Member any = Newsroom.member(id, 0, Relation.ORIGINAL);
        return new Story.Member(
                any.id(),
                any.revision(),
                any.arrival(),
                any.externalId(),
                url,
                "Crane falls at the shipyard",
                new Publisher("example.org", "The Docks"),
                any.language(),
                any.published(),
                any.relation(),
                any.score(),
                any.lateBy());
    }
}
