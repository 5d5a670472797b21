package org.retold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.retold.contract.Topics;
import org.retold.e2e.RetoldCommand.Said;

/** The command {@code ./retold replay} beside a pipeline that runs. */
@ExtendWith(PipelineExtension.class)
class ReplayTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SHIPPED =
            Pipeline.ROOT.resolve("dedupe-service/src/main/resources/org/retold/dedupe/verify/model.json");

    private static final String FULL = """
            The bell foundry of Varesnes will close its furnace in March, its owner Odile Tacquet announced on Monday, \
            after losing the contract for the 14 bells of the cathedral at Montclar to a workshop in Innsbruck.

            "We offered bronze and they wanted a timetable," Tacquet said in the yard, where 23 founders had gathered. \
            The workshop in Innsbruck asked for 380,000 euros, 112,000 less than Varesnes.

            The foundry was opened in 1837 and cast the great bell of the Lisbon customs house. The mayor, Hervé Dumoulin, \
            wants to buy the building and its wooden patterns, of which there are more than nine hundred.

            A last bell, for a school in Dakar, will be poured on 27 February before the public.
            """;
    private static final String CONDENSED = """
            After 1837 bells, the end: Odile Tacquet is closing the Varesnes foundry in March. The cathedral at Montclar \
            gave its 14 bells to a cheaper workshop in Innsbruck, 112,000 euros below. Mayor Hervé Dumoulin wants to buy \
            the patterns; one last bell for Dakar is poured on 27 February.
            """;

    private static final String CLOCK = """
            Nobody in Ostheim knew the hour on Thursday: the clock of the town hall, wound by hand since 1761, ran \
            backwards from six in the evening until the night watchman Gerold Prill stopped it with a broom.

            Eleven couples who were to be married at seven agreed to wait. The clockmaker Jadwiga Rell found a swallow's \
            nest in the third wheel and asked for 86 crowns and a ladder. The council offered the ladder.
            """;

    private final Pipeline pipeline;

    @TempDir
    Path directory;

    ReplayTest(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Test
    void theSameModelWouldChangeNothingAndObeysTheSameCorrections() throws Exception {
        push("clock", "The clock of the town hall", CLOCK);
        push("again", "The clock, again", CLOCK);
        await("one story", () -> stories("clock", "again").size() == 1);
        String story = stories("clock").iterator().next();
        String article = pipeline.articleAt(url("again")).get("id").asText();
        pipeline.correct(story + "/split", Map.of("articleIds", List.of(article)));
        await("two stories", () -> stories("clock", "again").size() == 2);
        int live = pipeline.stories().size();

        JsonNode report = report("--model", SHIPPED.toString());

        assertThat(report.get("differences")).isEmpty();
        assertThat(report.at("/stories/live").asInt()).isEqualTo(live);
        assertThat(report.at("/stories/unchanged").asInt()).isEqualTo(live);
        assertThat(report.at("/articles/onlyLive").asInt()).isZero();
        assertThat(report.at("/articles/onlyShadow").asInt()).isZero();
    }

    @Test
    void aStricterModelTellsWhatWouldFallApartAndTheLivePipelineIsLeftAlone() throws Exception {
        push("full", "Varesnes foundry to close", FULL);
        push("short", "No more bells", CONDENSED);
        await("one story", () -> stories("full", "short").size() == 1);
        String story = stories("full").iterator().next();
        ObjectNode strict = (ObjectNode) JSON.readTree(SHIPPED.toFile());
        ((ObjectNode) strict.get("clustering")).put("joinAt", 1.0);
        Path model = Files.writeString(directory.resolve("strict.json"), strict.toString());
        Map<String, Long> before = ends();

        JsonNode report = report("--model", model.toString());

        List<JsonNode> apart = StreamSupport.stream(report.get("differences").spliterator(), false)
                .filter(difference -> difference.at("/live/0/id").asText().equals(story))
                .toList();
        assertThat(apart).hasSize(1);
        assertThat(apart.getFirst().get("kind").asText()).isEqualTo("splits");
        assertThat(apart.getFirst().get("shadow")).hasSize(2);
        assertThat(report.at("/agreement/pairF1").asDouble()).isLessThan(1);
        assertThat(ends()).as("no topic has moved, none has come").isEqualTo(before);
        assertThat(groups()).noneMatch(group -> group.contains("shadow"));
        assertThat(stories("full", "short")).containsExactly(story);
    }

    @Test
    void aFileThatIsNoModelIsOneSentence() throws Exception {
        push("any", "The clock of the town hall", CLOCK);
        await("it is told", () -> stories("any").size() == 1);
        Path model = Files.writeString(directory.resolve("none.json"), "{\"version\":\"9\",\"features\":[]}");

        Said said = replay("--model", model.toString());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.lines())
                .filteredOn(line -> line.contains("cannot be used"))
                .singleElement()
                .asString()
                .contains("the model in " + model);
        assertThat(groups()).noneMatch(group -> group.contains("shadow"));
    }

    private JsonNode report(String... options) throws Exception {
        Path json = directory.resolve("report.json");
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--json", json.toString()));

        Said said = replay(all.toArray(String[]::new));

        assertThat(said.status()).as(said.text()).isZero();
        assertThat(said.lines()).anyMatch(line -> line.contains("every article is decided"));
        return JSON.readTree(json.toFile());
    }

    private Said replay(String... options) throws Exception {
        return RetoldCommand.run(pipeline, "replay", List.of(options));
    }

    /** How long each topic that belongs to somebody is. */
    private Map<String, Long> ends() throws Exception {
        try (Admin admin = admin()) {
            Map<String, Long> ends = new TreeMap<>();
            for (String topic : admin.listTopics().names().get()) {
                ends.put(topic, 0L);
            }
            TopicPartition stories = new TopicPartition(Topics.STORIES.name(), 0);
            ends.put(
                    Topics.STORIES.name(),
                    admin.listOffsets(Map.of(stories, OffsetSpec.latest()))
                            .partitionResult(stories)
                            .get()
                            .offset());
            return ends;
        }
    }

    private List<String> groups() throws Exception {
        try (Admin admin = admin()) {
            return admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .toList();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, pipeline.stack().kafka()));
    }

    /** The stories that these articles are in. */
    private Set<String> stories(String... names) throws IOException {
        Set<String> stories = new TreeSet<>();
        for (String name : names) {
            JsonNode story = pipeline.articleAt(url(name)).get("storyId");
            assertThat(story.isNull()).as("%s is in no story yet", name).isFalse();
            stories.add(story.asText());
        }
        return stories;
    }

    private void push(String name, String title, String text) throws IOException {
        String line = JSON.writeValueAsString(
                Map.of("url", url(name), "title", title, "text", text, "publisher", "The " + name + " of Varesnes"));
        assertThat(pipeline.push(List.of(line)).get("accepted").asInt()).isEqualTo(1);
    }

    private static String url(String name) {
        return "https://" + name + ".varesnes.example/foundry";
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(Duration.ofSeconds(90)).ignoreExceptions().until(condition);
    }
}
