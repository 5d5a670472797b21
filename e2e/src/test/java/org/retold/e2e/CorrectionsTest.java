package org.retold.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.retold.contract.Story;
import org.retold.contract.Topics;
import org.retold.teststack.TopicProbe;

/** What an operator says holds, whatever comes and whatever is lost, although the texts are the same. */
@ExtendWith(PipelineExtension.class)
class CorrectionsTest {

    private static final String TEXT = """
            The lighthouse keepers of Skarvholm will hand back their brass keys on Friday, the harbour office said, after \
            a vote in which 41 of the 58 keepers refused the new night allowance of 312 crowns.

            Marit Oddsdatter, who has kept the northern lamp for twenty-six years, told three reporters that nobody on the \
            rock had been asked before the timetable was printed. "We heard it from the ferryman," she said.

            The office had planned to replace the crews with a switchboard in Lundvik, at a cost of 4.7 million crowns, \
            and to keep only the foghorn under human care.

            Fishermen from the seven islands have promised to bring coal and bread until the talks, which begin in the old \
            customs house next Tuesday, come to an end.
            """;

    private final Pipeline pipeline;

    CorrectionsTest(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Test
    void whatAnOperatorTakesApartStaysApartAndWhatIsPutTogetherStaysTogether() throws Exception {
        publish("first", "second", "third", "fourth");
        await("one story", () -> storiesOf("first", "second", "third", "fourth").size() == 1);
        String story = storyOf("first");
        long version = pipeline.story(story).get("version").asLong();
        Map<String, Object> split =
                Map.of("articleIds", List.of(article("third"), article("fourth")), "reason", "Another rock.");

        JsonNode answer = pipeline.correct(story + "/split", split);
        await(
                "two stories",
                () -> storiesOf("first", "second", "third", "fourth").size() == 2);

        assertThat(storyOf("first")).isEqualTo(story).isEqualTo(storyOf("second"));
        String half = storyOf("third");
        assertThat(storyOf("fourth")).isEqualTo(half);
        assertThat(pipeline.story(story).get("version").asLong()).isEqualTo(version + 1);
        await("the event", () -> lastEvent(story).equals("split " + half));
        await("the other's event", () -> lastEvent(half).equals("split " + story));
        await("said again", () -> pipeline.correct(story + "/split", split).equals(answer));

        publish("fifth");
        await("another telling is in one of them", () -> storiesOf("fifth").size() == 1);
        areApart("first", "third");

        pipeline.killDedupeAndLoseItsState();
        publish("sixth");
        await("another telling after the loss", () -> storiesOf("sixth").size() == 1);
        areApart("first", "third");
        areApart("second", "fourth");

        pipeline.correct(story + "/merge", Map.of("storyIds", List.of(half)));
        await(
                "one story again",
                () -> storiesOf("first", "second", "third", "fourth", "fifth", "sixth")
                        .equals(Set.of(story)));
        await("the event", () -> lastEvent(half).equals("merged " + story));
        assertThatThrownBy(() -> pipeline.story(half))
                .as("leads to the survivor")
                .hasMessageContaining("answered 308");

        pipeline.killDedupeAndLoseItsState();
        publish("seventh");
        await("the last telling is in it too", () -> storiesOf("seventh").equals(Set.of(story)));
        versionsGrowByOne(story, half);
    }

    @Test
    void whatTheClustererKeepsApartIsPutTogether() throws Exception {
        push(
                "lonely",
                "Der Leuchtturm",
                "Auf Skarvholm brennt am Freitag kein Licht, sagt man im Hafen. Mehr weiß dort"
                        + " niemand, und der Fährmann schweigt seit drei Tagen beharrlich über alles, was er gesehen hat.");
        push(
                "other",
                "Kochen",
                "Der Apfelkuchen meiner Tante braucht zwei Pfund saure Äpfel, ein halbes Pfund Butter und"
                        + " eine Stunde Geduld; wer ihn vorher anschneidet, bekommt im nächsten Herbst keinen mehr von ihr.");
        await("two stories", () -> storiesOf("lonely", "other").size() == 2);
        String survivor = storyOf("lonely");

        pipeline.correct(storyOf("other") + "/merge", Map.of("storyIds", List.of(survivor)));

        await("one story", () -> storiesOf("lonely", "other").equals(Set.of(survivor)));
    }

    private void versionsGrowByOne(String... stories) {
        try (TopicProbe<String, Story> topic = TopicProbe.on(pipeline.stack().kafka(), Topics.STORIES)) {
            List<ConsumerRecord<String, Story>> records = topic.fromBeginning().settle(Duration.ofSeconds(3));
            for (String story : stories) {
                List<Long> versions = records.stream()
                        .filter(record -> record.key().equals(story))
                        .map(record -> requireNonNull(record.value()).version())
                        .toList();
                for (int i = 1; i < versions.size(); i++) {
                    assertThat(versions.get(i)).isEqualTo(versions.get(i - 1) + 1);
                }
            }
        }
    }

    private void areApart(String one, String other) throws IOException {
        assertThat(storyOf(one)).isNotEqualTo(storyOf(other));
    }

    private String lastEvent(String story) throws IOException {
        JsonNode event = pipeline.history(story).getLast();
        return event.get("kind").asText() + " " + event.path("otherStoryId").asText();
    }

    private String storyOf(String name) throws IOException {
        return storiesOf(name).iterator().next();
    }

    /** The stories that these articles are in. */
    private Set<String> storiesOf(String... names) throws IOException {
        Set<String> stories = new TreeSet<>();
        for (String name : names) {
            JsonNode story = found(name).get("storyId");
            assertThat(story.isNull()).as("%s is in no story yet", name).isFalse();
            stories.add(story.asText());
        }
        return stories;
    }

    private String article(String name) throws IOException {
        return found(name).get("id").asText();
    }

    private JsonNode found(String name) throws IOException {
        return pipeline.articleAt(url(name));
    }

    /** The same text at publishers of these names. */
    private void publish(String... names) throws IOException {
        for (String name : names) {
            push(name, "Keepers give back their keys, says the " + name, TEXT);
        }
    }

    private void push(String name, String title, String text) throws IOException {
        Map<String, String> line =
                Map.of("url", url(name), "title", title, "text", text, "publisher", "The " + name + " of Skarvholm");
        assertThat(pipeline.push(List.of(new ObjectMapper().writeValueAsString(line)))
                        .get("accepted")
                        .asInt())
                .isEqualTo(1);
    }

    private static String url(String name) {
        return "https://" + name + ".skarvholm.example/keepers";
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(Duration.ofSeconds(90)).ignoreExceptions().until(condition);
    }
}
