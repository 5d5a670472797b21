package org.retold.e2e;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;
import org.retold.contract.Topics;
import org.retold.teststack.TopicProbe;

/**
 * What must hold of a pipeline whatever happens to it between two moments. It reads along what is committed, as any
 * consumer may, so that what is compacted away meanwhile is seen too.
 */
final class Audit implements AutoCloseable {

    private static final Duration A_WHILE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration NOTHING_COMES = Duration.ofSeconds(3);

    private final Pipeline pipeline;
    private final Map<String, Told> before;
    private final TopicProbe<String, Story> stories;
    private final TopicProbe<String, StoryEvent> events;
    private final Thread reading;
    private volatile boolean over;

    /**
     * A story as somebody tells it.
     *
     * @param articles for each article, by id, what is said of it
     */
    private record Told(
            long version,
            String headline,
            List<String> languages,
            Instant firstPublished,
            Instant lastPublished,
            Instant updated,
            Map<String, Teller> articles) {

        static Told of(Story story) {
            return new Told(
                    story.version(),
                    story.headline(),
                    story.languages(),
                    story.firstPublished(),
                    story.lastPublished(),
                    story.updated(),
                    story.articles().stream()
                            .collect(toMap(
                                    Story.Member::id,
                                    member -> new Teller(
                                            member.url(),
                                            member.title(),
                                            member.publisher().name(),
                                            member.language()))));
        }

        static Told of(JsonNode story) {
            return new Told(
                    story.get("version").asLong(),
                    story.get("headline").asText(),
                    elements(story.get("languages")).map(JsonNode::asText).toList(),
                    Instant.parse(story.get("firstPublished").asText()),
                    Instant.parse(story.get("lastPublished").asText()),
                    Instant.parse(story.get("updated").asText()),
                    elements(story.get("articles"))
                            .collect(toMap(
                                    article -> article.get("id").asText(),
                                    article -> new Teller(
                                            article.get("url").asText(),
                                            article.get("title").asText(),
                                            article.get("publisher").asText(),
                                            article.get("language").asText()))));
        }

        private static Stream<JsonNode> elements(JsonNode array) {
            return StreamSupport.stream(array.spliterator(), false);
        }
    }

    private record Teller(String url, String title, String publisher, String language) {}

    private Audit(Pipeline pipeline) throws IOException {
        this.pipeline = pipeline;
        awaitNothingComes();
        String kafka = pipeline.stack().kafka();
        this.stories = TopicProbe.on(kafka, Topics.STORIES);
        this.events = TopicProbe.on(kafka, Topics.STORY_EVENTS);
        this.before = readModel();
        this.reading = Thread.ofPlatform().daemon().name("audit").start(this::readAlong);
    }

    /** From now on; what was told before stays out of it. */
    static Audit begin(Pipeline pipeline) throws IOException {
        return new Audit(pipeline);
    }

    /**
     * Waits until the pipeline has told all of it, and then looks at everything.
     *
     * @param articles for each article, by URL, the number of its report
     */
    void allIsWell(Map<String, Integer> articles) throws Exception {
        await("every article is in a story")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> pipeline.storiesByArticle().keySet().containsAll(articles.keySet()));
        await("all parts are ready").atMost(PATIENCE).until(pipeline::isReady);

        endReading();
        eachArticleIsInOneStoryWithItsCopy(articles);
        Map<String, Story> newest = versionsGrowByOne();
        theReadModelIsTheTopic(newest);
        noEventIsDoubled();
        aReplayTellsTheSameStories();
    }

    /** What others told before must not come in between. */
    private void awaitNothingComes() {
        AtomicReference<Map<String, Told>> last = new AtomicReference<>(Map.of());
        await("nothing more is told")
                .atMost(PATIENCE)
                .pollInterval(NOTHING_COMES)
                .ignoreExceptions()
                .until(() -> {
                    Map<String, Told> now = readModel();
                    return last.getAndSet(now).equals(now);
                });
    }

    private void readAlong() {
        while (!over) {
            stories.settle(A_WHILE);
            events.settle(A_WHILE);
        }
    }

    private void endReading() {
        over = true;
        boolean interrupted = false;
        while (reading.isAlive()) {
            try {
                reading.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void eachArticleIsInOneStoryWithItsCopy(Map<String, Integer> articles) throws IOException {
        Map<String, List<String>> storiesByArticle = pipeline.storiesByArticle();
        Map<Integer, Set<String>> storiesByReport = new HashMap<>();
        articles.forEach((url, report) -> {
            List<String> ids = storiesByArticle.getOrDefault(url, List.of());
            assertThat(ids).as("stories of %s", url).hasSize(1);
            storiesByReport.computeIfAbsent(report, key -> new TreeSet<>()).addAll(ids);
        });

        assertThat(storiesByReport.values())
                .as("stories of each report")
                .allSatisfy(ids -> assertThat(ids).hasSize(1));
        assertThat(storiesByReport.values().stream().distinct())
                .as("no story has two reports")
                .hasSize(storiesByReport.size());
    }

    private Map<String, Story> versionsGrowByOne() {
        Map<String, Long> versions = new HashMap<>();
        before.forEach((id, told) -> versions.put(id, told.version()));
        Map<String, Story> newest = new TreeMap<>();
        for (ConsumerRecord<String, @Nullable Story> record : stories.settle(NOTHING_COMES)) {
            Story story = record.value();
            if (story == null) {
                versions.remove(record.key());
                newest.remove(record.key());
            } else {
                long last = versions.getOrDefault(record.key(), 0L);
                assertThat(story.version())
                        .as("version of story %s after %d", record.key(), last)
                        .isEqualTo(last + 1);
                versions.put(record.key(), story.version());
                newest.put(record.key(), story);
            }
        }
        return newest;
    }

    private void theReadModelIsTheTopic(Map<String, Story> newest) throws IOException {
        Map<String, Told> topic = newest.values().stream()
                .filter(story -> story.mergedInto() == null)
                .collect(toMap(Story::id, Told::of));
        Map<String, Told> changed = readModel();
        changed.entrySet().removeAll(before.entrySet());

        assertThat(changed).as("the read model").isEqualTo(topic);
    }

    /** Of what happened to stories, once all is well. */
    List<String> eventIds() {
        return events.settle(NOTHING_COMES).stream()
                .map(record -> Objects.requireNonNull(record.value()).id())
                .toList();
    }

    private void noEventIsDoubled() {
        assertThat(eventIds()).as("ids of events").isNotEmpty().doesNotHaveDuplicates();
    }

    private void aReplayTellsTheSameStories() throws Exception {
        Path file = Files.createTempFile("replay", ".json");
        try {
            RetoldCommand.Said said = RetoldCommand.run(pipeline, "replay", List.of("--json", file.toString()));

            assertThat(said.status()).as(said.text()).isZero();
            JsonNode report = new ObjectMapper().readTree(file.toFile());
            assertThat(report.get("differences"))
                    .as("what a replay tells otherwise")
                    .isEmpty();
            assertThat(report.at("/articles/onlyLive").asInt()).isZero();
            assertThat(report.at("/articles/onlyShadow").asInt()).isZero();
        } finally {
            Files.delete(file);
        }
    }

    private Map<String, Told> readModel() throws IOException {
        Map<String, Told> told = new HashMap<>();
        for (JsonNode story : pipeline.stories()) {
            told.put(story.get("id").asText(), Told.of(story));
        }
        return told;
    }

    @Override
    public void close() {
        endReading();
        stories.close();
        events.close();
    }
}
