package org.retold.e2e;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;
import org.retold.contract.Topics;
import org.retold.local.stack.LocalStack;
import org.retold.local.stack.Service;
import org.retold.teststack.TopicProbe;

/** Every part is killed once, as {@code kill -9} does, while articles come in: nothing is lost, nothing is doubled. */
@ExtendWith(PipelineExtension.class)
class KillTest {

    private static final List<String> PARTS = List.of(
            Service.INGEST.module(),
            Service.NORMALIZE.module(),
            Service.DEDUPE.module(),
            Service.API.module(),
            LocalStack.KAFKA,
            LocalStack.POSTGRES);
    private static final int PAIRS_A_PART = 10;

    private final Pipeline pipeline;
    private final Random random = new Random(7);
    private final Map<String, Integer> pairs = new TreeMap<>();

    KillTest(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Test
    void whateverIsKilledNothingIsLostAndNothingIsDoubled() throws Exception {
        for (String part : PARTS) {
            push(PAIRS_A_PART / 2);
            pipeline.stack().part(part).kill();
            push(PAIRS_A_PART - PAIRS_A_PART / 2);
            pipeline.stack().awaitReady(Duration.ofSeconds(90));
        }

        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> pipeline.storiesByArticle().keySet().containsAll(pairs.keySet()));

        eachArticleIsInOneStoryWithItsCopy();
        versionsGrowByOneAndTheReadModelIsTheTopic();
        noEventIsDoubled();
    }

    private void eachArticleIsInOneStoryWithItsCopy() throws IOException {
        Map<String, List<String>> stories = pipeline.storiesByArticle();

        assertThat(stories.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        Map<Integer, TreeSet<String>> storiesOfPair = new HashMap<>();
        pairs.forEach((url, pair) ->
                storiesOfPair.computeIfAbsent(pair, key -> new TreeSet<>()).addAll(stories.get(url)));
        assertThat(storiesOfPair.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        assertThat(new TreeSet<>(
                        storiesOfPair.values().stream().map(TreeSet::first).toList()))
                .hasSize(storiesOfPair.size());
    }

    private void versionsGrowByOneAndTheReadModelIsTheTopic() throws IOException {
        Map<String, Story> newest = new TreeMap<>();
        try (TopicProbe<String, Story> topic = TopicProbe.on(pipeline.stack().kafka(), Topics.STORIES)) {
            for (ConsumerRecord<String, Story> record : topic.fromBeginning().settle(Duration.ofSeconds(5))) {
                Story story = record.value();
                Story before = newest.put(record.key(), story);
                if (before != null) {
                    assertThat(story.version()).as(story.id()).isEqualTo(before.version() + 1);
                }
            }
        }
        Map<String, Long> topic = newest.values().stream()
                .filter(story -> story.mergedInto() == null)
                .collect(toMap(Story::id, Story::version));

        Map<String, Long> readModel = new HashMap<>();
        for (JsonNode story : pipeline.stories()) {
            readModel.put(story.get("id").asText(), story.get("version").asLong());
        }

        assertThat(readModel).isEqualTo(topic);
    }

    private void noEventIsDoubled() {
        try (TopicProbe<String, StoryEvent> topic =
                TopicProbe.on(pipeline.stack().kafka(), Topics.STORY_EVENTS)) {
            List<String> ids = topic.fromBeginning().settle(Duration.ofSeconds(5)).stream()
                    .map(record -> record.value().id())
                    .toList();

            assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    /** Articles of invented words, each with a copy at another publisher. Whoever pushes tries until it is accepted. */
    private void push(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            int pair = pairs.size() / 2;
            String text = paragraphs();
            List<String> lines = new ArrayList<>();
            for (String host : List.of("one.example", "two.example")) {
                String url = "https://%s/article-%d".formatted(host, pair);
                pairs.put(url, pair);
                lines.add(new ObjectMapper()
                        .writeValueAsString(Map.of("url", url, "title", sentence(6), "text", text, "publisher", host)));
            }
            await().atMost(Duration.ofSeconds(90))
                    .ignoreExceptions()
                    .until(() -> pipeline.push(lines).get("accepted").asInt() == lines.size());
        }
    }

    private String paragraphs() {
        return String.join("\n\n", sentence(30), sentence(40), sentence(35), sentence(25));
    }

    private String sentence(int words) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < words; i++) {
            sentence.append(i == 0 ? "" : " ").append(word());
        }
        sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
        return sentence.append('.').toString();
    }

    private String word() {
        String consonants = "bcdfglmnprstv";
        String vowels = "aeiou";
        StringBuilder word = new StringBuilder();
        int syllables = 2 + random.nextInt(3);
        for (int i = 0; i < syllables; i++) {
            word.append(consonants.charAt(random.nextInt(consonants.length())))
                    .append(vowels.charAt(random.nextInt(vowels.length())));
        }
        return word.toString();
    }
}
