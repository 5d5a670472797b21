package org.retold.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.retold.api.Newsroom.article;
import static org.retold.api.Newsroom.evidence;
import static org.retold.api.Newsroom.story;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.retold.contract.Lookup;
import org.retold.contract.LookupAnswer;
import org.retold.contract.LookupAnswer.Outcome;
import org.retold.contract.Topics;
import org.retold.teststack.TestStack;
import org.retold.teststack.TopicProbe;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class LookupTest {

    /** A question that was not taken is not waited for. */
    private static final Duration QUESTION = Duration.ofSeconds(10);

    private static final Duration TIME = Duration.ofSeconds(30);

    private Topicful topics;
    private TopicProbe<String, Lookup> questions;
    private TopicProbe<String, LookupAnswer> answers;

    @BeforeEach
    void openTopics() {
        topics = new Topicful();
        questions = TopicProbe.on(Topics.LOOKUPS);
        answers = TopicProbe.on(Topics.LOOKUP_ANSWERS);
        Topicful.awaitTrue(this::theLineIsOpen);
    }

    /** The service hears answers from some moment after its start. */
    private boolean theLineIsOpen() {
        String hello = "Hello " + System.nanoTime();
        CompletableFuture<Lookup> heard = answerNext(hello, answering(Outcome.NOT_TOLD));
        int status = post("{\"text\":\"%s\"}".formatted(hello)).extract().statusCode();
        return heard.handle((lookup, missed) -> missed == null).join() && status == 200;
    }

    @AfterEach
    void closeTopics() {
        topics.close();
        questions.close();
        answers.close();
    }

    @Test
    void aTextThatRetellsAKnownStoryIsToldWithItsStoryAndEvidenceAndTheQuestionIsAsked() {
        topics.send(story("lookup-1", 1, 30_001, 1, "lookup-a1", "lookup-a2"));
        Topicful.awaitStatus(200, "/api/v1/stories/lookup-1");

        CompletableFuture<Lookup> asked = answerNext(
                "Il était une fois",
                lookup -> new LookupAnswer(
                        lookup.id(),
                        Outcome.TOLD,
                        "lookup-1",
                        evidence("lookup-" + lookup.id(), "lookup-a1", "lookup-1"),
                        Duration.ofDays(35),
                        lookup.asked()));
        post("{\"text\":\"Il était une fois.\\n\\nFin.\",\"language\":\"fr\",\"published\":\"2024-03-19\"}")
                .statusCode(200)
                .body("outcome", equalTo("told"))
                .body("story.id", equalTo("lookup-1"))
                .body("story.articleCount", equalTo(2))
                .body("evidence.otherArticleId", equalTo("lookup-a1"))
                .body("lateBy", equalTo("PT840H"))
                .body("said", startsWith("Already told by Reuters on 2024-02-13, "));

        Lookup question = asked.join();
        assertThat(question.paragraphs()).containsExactly("Il était une fois.", "Fin.");
        assertThat(question.language()).isEqualTo("fr");
        assertThat(question.published()).isEqualTo("2024-03-19T00:00:00Z");
    }

    @Test
    void aTextThatNobodyToldAndOneThatIsTooShortAreToldApart() {
        CompletableFuture<Lookup> first = answerNext("New", answering(Outcome.NOT_TOLD));
        post("{\"text\":\"New.\"}")
                .statusCode(200)
                .body("outcome", equalTo("not-told"))
                .body("story", nullValue());
        assertThat(first).succeedsWithin(TIME).matches(lookup -> lookup.language() == null);

        CompletableFuture<Lookup> second = answerNext("Short", answering(Outcome.TOO_SHORT));
        post("{\"text\":\"Short\"}").statusCode(200).body("outcome", equalTo("too-short"));
        assertThat(second).succeedsWithin(TIME);
    }

    private static Function<Lookup, LookupAnswer> answering(Outcome outcome) {
        return lookup -> new LookupAnswer(lookup.id(), outcome, null, null, null, lookup.asked());
    }

    @Test
    void whoAsksWhileNobodyAnswersIsToldSoAfterThreeSeconds() {
        post("{\"text\":\"Is anybody there?\"}")
                .statusCode(504)
                .contentType(startsWith("application/problem+json"))
                .body("detail", containsString("three seconds"));
    }

    @Test
    void ofAKnownArticleItIsSaidWhetherOthersTellTheSame() {
        topics.send(article("lookup-b1", "Title", "en", "Text."));
        topics.send(article("lookup-b2", "Title", "en", "Text."));
        topics.send(article("lookup-b3", "Title", "en", "Text."));
        topics.send(story("lookup-2", 1, 30_010, 1, "lookup-b1", "lookup-b2"));
        topics.send(story("lookup-3", 1, 30_011, 1, "lookup-b3"));
        topics.send(evidence("lookup-b2", "lookup-b1", "lookup-2"));
        Topicful.awaitTrue(() -> Float.valueOf(0.93f)
                .equals(RestAssured.get("/api/v1/articles/lookup-b2").<Float>path("evidence.score")));
        Topicful.awaitStatus(200, "/api/v1/stories/lookup-3");

        post("{\"url\":\"https://lookup-b2.example.org/news/lookup-b2?utm_source=x\"}")
                .statusCode(200)
                .body("outcome", equalTo("told"))
                .body("story.id", equalTo("lookup-2"))
                .body("evidence.otherArticleId", equalTo("lookup-b1"));
        post("{\"url\":\"https://lookup-b3.example.org/news/lookup-b3\"}")
                .statusCode(200)
                .body("outcome", equalTo("not-told"));
        post("{\"url\":\"https://nobody.example.org/\"}").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                          | text
                    {"text": "a", "url": "https://example.org"} | text
                    {"text": "a", "published": "soon"}          | published
                    {"text": "a", "language": "Klingon"}        | language
                    {"words": "a"}                              | words
                    nonsense                                    | body
                    """)
    void whatIsNoQuestionIsRefused(String body, String said) {
        post(body).statusCode(400).body("detail", containsString(said));
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        post("{\"text\":\"%s\"}".formatted("x".repeat(600_000))).statusCode(413);
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/lookup")
                .then()
                .header("Cache-Control", equalTo("no-store"));
    }

    /** Stands for dedupe-service: answers the next question that begins so. */
    private CompletableFuture<Lookup> answerNext(String begin, Function<Lookup, LookupAnswer> answer) {
        return CompletableFuture.supplyAsync(() -> {
            Predicate<ConsumerRecord<String, Lookup>> wanted = record -> record.value() != null
                    && record.value().paragraphs().getFirst().startsWith(begin);
            ConsumerRecord<String, Lookup> asked =
                    questions.awaitUntil(records -> records.stream().anyMatch(wanted), begin, QUESTION).stream()
                            .filter(wanted)
                            .findFirst()
                            .orElseThrow();
            answers.send(asked.key(), answer.apply(asked.value()), asked.value().asked());
            return asked.value();
        });
    }
}
