package org.retold.dedupe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.dedupe.Reports.FERRY;
import static org.retold.dedupe.Reports.FERRY_SHORT;
import static org.retold.dedupe.Reports.HARBOUR;
import static org.retold.dedupe.Reports.NOON;
import static org.retold.dedupe.Reports.ORCHARD;
import static org.retold.dedupe.Reports.article;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.retold.contract.Article;
import org.retold.contract.Article.Completeness;
import org.retold.contract.ArticleRecordKey;
import org.retold.contract.CloudEvents;
import org.retold.contract.Correction;
import org.retold.contract.Evidence;
import org.retold.contract.Json;
import org.retold.contract.Lookup;
import org.retold.contract.LookupAnswer;
import org.retold.contract.LookupAnswer.Outcome;
import org.retold.contract.Rejection;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;
import org.retold.contract.Topics;

class DedupeTopologyTest {

    private final Press press = new Press(4);

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void aReportAndItsRetellingBecomeOneStory() {
        press.publish(article("wire", 0, FERRY), article("digest", 1, ORCHARD), article("short", 2, FERRY_SHORT));

        List<TestRecord<String, Evidence>> evidence = press.read(Topics.EVIDENCE);
        assertThat(press.clusters()).containsExactlyInAnyOrder(Set.of("wire", "short"), Set.of("digest"));
        assertThat(evidence).hasSize(1);
        assertThat(evidence.getFirst().value().articleId()).isEqualTo("short");
        assertThat(evidence.getFirst().value().otherArticleId()).isEqualTo("wire");
    }

    @Test
    void recordsCarryTheTimeOfTheArticleAndCloudEventsHeaders() {
        press.publish(article("wire", 7, FERRY));

        TestRecord<String, Story> story = press.read(Topics.STORIES).getFirst();
        assertThat(story.getRecordTime()).isEqualTo(NOON.plus(Duration.ofMinutes(7)));
        assertThat(header(story, CloudEvents.TYPE)).isEqualTo("org.retold.story.v1");
        assertThat(header(story, CloudEvents.ID)).isEqualTo(story.key() + "-1");
        assertThat(header(story, CloudEvents.TIME)).isEqualTo("2026-01-01T12:07:00Z");
    }

    @Test
    void theRecordsOfOneDecisionShareItsChange() {
        press.publish(article("wire", 0, FERRY), article("short", 1, FERRY_SHORT));

        Story story = press.read(Topics.STORIES).getLast().value();
        StoryEvent event = press.read(Topics.STORY_EVENTS).getLast().value();
        assertThat(story.change()).isEqualTo(2);
        assertThat(story.version()).isEqualTo(2);
        assertThat(event.change()).isEqualTo(2);
        assertThat(event.id()).isEqualTo("2-0");
        assertThat(event.changeSize()).isEqualTo(1);
    }

    @Test
    void aRecordThatIsNoArticleIsRefusedAndTheStreamGoesOn() {
        press.send(Topics.ARTICLES, "poison", "{\"id\":".getBytes(UTF_8), NOON);
        press.send(Topics.ARTICLES, "incomplete", "{\"id\":\"x\"}".getBytes(UTF_8), NOON);
        press.send(Topics.LOOKUPS, "poison", "[]".getBytes(UTF_8), NOON);
        press.send(Topics.CORRECTIONS, "poison", "null".getBytes(UTF_8), NOON);
        press.publish(article("wire", 1, FERRY));

        List<Rejection> rejections =
                press.read(Topics.REJECTIONS).stream().map(TestRecord::value).toList();
        assertThat(rejections)
                .extracting(Rejection::topic)
                .containsExactly(
                        "retold.articles.v1", "retold.articles.v1", "retold.lookups.v1", "retold.corrections.v1");
        assertThat(rejections).extracting(Rejection::code).containsOnly("not-json");
        assertThat(press.refused("not-json")).isEqualTo(4);
        assertThat(rejections.get(1).message()).contains("revision is missing");
        assertThat(press.clusters()).containsExactly(Set.of("wire"));
    }

    @Test
    void aRecordOfAVersionThatIsNotKnownIsRefusedHoweverItLooks() {
        Headers newer = new RecordHeaders().add(CloudEvents.TYPE, "org.retold.article.v99".getBytes(UTF_8));
        Article article = article("wire", 0, FERRY);
        press.publish(article("short", 1, FERRY_SHORT));

        press.send(
                Topics.ARTICLES,
                new TestRecord<>(new ArticleRecordKey("wire", 0, 0).toString(), Json.write(article), newer, NOON));
        press.send(
                Topics.ARTICLES,
                new TestRecord<>(new ArticleRecordKey("short", 0, 1).toString(), (byte[]) null, newer, NOON));

        assertThat(press.read(Topics.REJECTIONS))
                .extracting(rejection -> rejection.value().code())
                .containsExactly("unknown-version", "unknown-version");
        assertThat(press.clusters()).containsExactly(Set.of("short"));
    }

    @Test
    void theSameRevisionTwiceIsToldOnce() {
        press.publish(article("wire", 0, FERRY)).readEverything();

        press.publish(article("wire", 1, FERRY));

        assertThat(press.readEverything()).isEmpty();
    }

    @Test
    void anIntroductionNeverReplacesTheFullText() {
        press.publish(article("wire", 0, FERRY)).readEverything();

        press.publish(
                article("wire", "r2", Completeness.INTRODUCTION, NOON.plusSeconds(60), FERRY.subList(0, 1)),
                article("reprint", 2, FERRY));

        assertThat(press.read(Topics.EVIDENCE).getFirst().value().otherRevision())
                .isEqualTo("r1");
        assertThat(press.read(Topics.STORIES)).hasSize(1);
    }

    @Test
    void aRevisionReplacesTheViewThatOthersAreComparedWith() {
        press.publish(
                article("wire", 0, HARBOUR),
                article("wire", "r2", Completeness.FULL, NOON.plusSeconds(60), FERRY),
                article("harbour", 2, HARBOUR),
                article("reprint", 3, FERRY));

        assertThat(press.read(Topics.STORY_EVENTS))
                .extracting(event -> event.value().kind())
                .containsExactly(
                        StoryEvent.Kind.CREATED,
                        StoryEvent.Kind.REVISED,
                        StoryEvent.Kind.CREATED,
                        StoryEvent.Kind.JOINED);
        assertThat(press.clusters()).containsExactlyInAnyOrder(Set.of("wire", "reprint"), Set.of("harbour"));
    }

    @Test
    void aStoryExpiresWithItsLastArticleAndIsToldAnewAfterwards() {
        press.publish(article("wire", 0, FERRY), article("short", 1, FERRY_SHORT))
                .readEverything();

        press.publish(
                article("harbour", "r1", Completeness.FULL, NOON.plus(Duration.ofDays(61)), HARBOUR),
                article("late", "r1", Completeness.FULL, NOON.plus(Duration.ofDays(61)), FERRY));

        assertThat(press.read(Topics.EVIDENCE)).hasSize(1).allSatisfy(gone -> {
            assertThat(gone.key()).isEqualTo("short");
            assertThat(gone.value()).isNull();
        });
        assertThat(press.read(Topics.STORY_EVENTS).getFirst().value().kind()).isEqualTo(StoryEvent.Kind.EXPIRED);
        assertThat(press.clusters()).containsExactlyInAnyOrder(Set.of("harbour"), Set.of("late"));
    }

    @Test
    void anArticleThatIsTakenDownIsInNoStoryAndComparedWithNobody() {
        press.publish(
                        article("wire", 0, FERRY),
                        article("short", 1, FERRY_SHORT),
                        article("wire", "r2", Completeness.FULL, NOON.plusSeconds(120), FERRY.subList(0, 3)))
                .readEverything();

        press.takeDown("wire", NOON.plusSeconds(180));
        press.takeDown("wire", NOON.plusSeconds(180));

        StoryEvent withdrawn = press.read(Topics.STORY_EVENTS).getLast().value();
        TestRecord<String, Evidence> evidence = press.read(Topics.EVIDENCE).getLast();
        List<TestRecord<String, Story>> stories = press.read(Topics.STORIES);
        assertThat(withdrawn.kind()).isEqualTo(StoryEvent.Kind.WITHDRAWN);
        assertThat(withdrawn.articleId()).isEqualTo("wire");
        assertThat(evidence.key()).isEqualTo("short");
        assertThat(evidence.value()).isNull();
        assertThat(stories).hasSize(1);
        assertThat(stories.getFirst().value().headline()).startsWith("Brennhavn Overfart knew");
        press.publish(article("reprint", 4, FERRY));
        assertThat(press.read(Topics.EVIDENCE))
                .extracting(record -> record.value().otherArticleId())
                .doesNotContain("wire");
    }

    @Test
    void anArticleThatComesAgainAfterItsTakedownIsJudgedAsANewOne() {
        press.publish(article("wire", 0, FERRY), article("short", 1, FERRY_SHORT));
        press.takeDown("wire", NOON.plusSeconds(180)).readEverything();

        press.publish(article("wire", 4, FERRY));

        assertThat(press.read(Topics.STORY_EVENTS))
                .extracting(event -> event.value().kind())
                .containsExactly(StoryEvent.Kind.JOINED);
        assertThat(press.clusters()).containsExactly(Set.of("wire", "short"));
    }

    @Test
    void aTombstoneOfNoArticleIsRefusedAndTheStreamGoesOn() {
        press.send(Topics.ARTICLES, "wire", null, NOON);
        press.publish(article("wire", 1, FERRY));

        assertThat(press.read(Topics.REJECTIONS))
                .extracting(record -> record.value().code())
                .containsExactly("unknown-key");
        assertThat(press.clusters()).containsExactly(Set.of("wire"));
    }

    @Test
    void timeDoesNotRunBackwards() {
        press.publish(
                article("now", "r1", Completeness.FULL, NOON.plus(Duration.ofDays(61)), HARBOUR),
                article("wire", 0, FERRY),
                article("short", 1, FERRY_SHORT));

        assertThat(press.clusters()).containsExactlyInAnyOrder(Set.of("now"), Set.of("wire", "short"));
    }

    @Test
    void anOperatorsWordBinds() {
        press.publish(article("wire", 0, FERRY), article("short", 1, FERRY_SHORT));

        Correction apart = new Correction(
                "c1", Correction.Kind.APART, List.of("short", "wire"), "operator", NOON.plusSeconds(90), null);
        press.send(Topics.CORRECTIONS, "c1", Objects.requireNonNull(Json.write(apart)), apart.at());
        press.publish(article("short", "r2", Completeness.FULL, NOON.plusSeconds(120), FERRY));

        assertThat(press.clusters()).containsExactlyInAnyOrder(Set.of("wire"), Set.of("short"));
    }

    @Test
    void aLookUpIsAnsweredAndLeavesNoTrace() {
        press.publish(article("wire", 0, FERRY)).readEverything();

        ask("told", FERRY_SHORT);
        ask("new", ORCHARD);
        ask("short", List.of("Ferry?"));
        press.publish(article("orchard", 5, ORCHARD));

        List<LookupAnswer> answers = press.read(Topics.LOOKUP_ANSWERS).stream()
                .map(TestRecord::value)
                .toList();
        assertThat(answers)
                .extracting(LookupAnswer::outcome)
                .containsExactly(Outcome.TOLD, Outcome.NOT_TOLD, Outcome.TOO_SHORT);
        assertThat(Objects.requireNonNull(answers.getFirst().evidence()).otherArticleId())
                .isEqualTo("wire");
        assertThat(press.clusters()).containsExactly(Set.of("orchard"));
    }

    @Test
    void oneTwoOrFourShardsWriteTheSame() {
        List<String> four = everythingBy(4);

        assertThat(everythingBy(1)).isEqualTo(four);
        assertThat(everythingBy(2)).isEqualTo(four);
    }

    /** A changed description means changed internal topics: deployed state would be lost. Update on purpose only. */
    @Test
    void topologyIsTheOneThatIsDeployed() throws IOException {
        assertThat(Press.topology(4).describe().toString())
                .isEqualToNormalizingNewlines(golden("/golden/dedupe-topology.txt"));
    }

    private static List<String> everythingBy(int shards) {
        try (Press press = new Press(shards)) {
            return press.publish(
                            article("wire", 0, FERRY),
                            article("orchard", 1, ORCHARD),
                            article("short", 2, FERRY_SHORT),
                            article("harbour", 3, HARBOUR),
                            article("orchard-copy", 4, ORCHARD),
                            article("reprint", 5, FERRY),
                            article("wire", "r2", Completeness.FULL, NOON.plusSeconds(400), FERRY_SHORT))
                    .takeDown("wire", NOON.plusSeconds(420))
                    .publish(article("late", 8, FERRY_SHORT))
                    .takeDown("harbour", NOON.plusSeconds(500))
                    .publish(article("wire", 9, FERRY))
                    .readEverything();
        }
    }

    private void ask(String id, List<String> paragraphs) {
        Lookup lookup = new Lookup(id, null, paragraphs, "en", null, NOON.plusSeconds(200));
        press.send(Topics.LOOKUPS, id, Objects.requireNonNull(Json.write(lookup)), lookup.asked());
    }

    private static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static String golden(String path) throws IOException {
        try (InputStream in = DedupeTopologyTest.class.getResourceAsStream(path)) {
            return in == null ? "" : new String(in.readAllBytes(), UTF_8);
        }
    }
}
