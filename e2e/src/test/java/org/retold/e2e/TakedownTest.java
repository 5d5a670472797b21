package org.retold.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was taken down is shown nowhere, is in no topic, and does not come back; what it was told with stays. */
@ExtendWith(PipelineExtension.class)
class TakedownTest {

    private static final String TEXT = """
            The glassblowers of Ostervik put out their furnaces on Monday, the guild said, after 37 of its 52 members had \
            refused to pay the new sand duty of 219 crowns a barrel.

            Henrike Vossberg, who has blown bottles by the canal for thirty-one years, told two reporters that the duty had \
            been decided while the guild's own table in the customs hall stood empty. "They weighed our sand and not us," \
            she said.

            The customs hall wants to dredge the canal with the money, at a cost of 6.4 million crowns, before the ice comes.
            """;

    /** Nobody else writes it, in whatever case. */
    private static final String WORD = "zibelinette";

    private final Pipeline pipeline;
    private int filled;
    private AutoCloseable cleaning = () -> {};

    TakedownTest(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @AfterEach
    void cleanAsBefore() throws Exception {
        cleaning.close();
    }

    @Test
    void nothingIsLeftOfATakenDownArticleAndItsStoryGoesOn() throws Exception {
        EveryTopic topics = new EveryTopic(pipeline.stack().kafka());
        String barred = url("barred");
        push("first", "Furnaces go out in Ostervik", TEXT);
        push("barred", "Zibelinette: the furnaces of Ostervik", TEXT + "\n\nSo did Zibelinette's, of the lower canal.");
        push("third", "Glassblowers refuse the sand duty", TEXT);
        await("one story", () -> members(storyOf("first")).equals(Set.of(url("first"), barred, url("third"))));
        String story = storyOf("first");
        String id = pipeline.articleAt(barred).get("id").asText();
        assertThat(topics.thatHave(WORD))
                .contains("retold.items.v1", "retold.articles.v1", "retold.stories.v1")
                .anyMatch(name -> name.endsWith("-changelog"));
        cleaning = topics.cleanOften();
        Instant asked = Instant.now();

        JsonNode takedown = pipeline.takeDown(barred + "?utm_source=mail");

        await("the text is not shown", () -> isGone(id));
        tell("hidden", asked);
        await("the story without it", () -> members(story).equals(Set.of(url("first"), url("third"))));
        await(
                "the event",
                () -> pipeline.history(story).stream()
                        .anyMatch(event -> event.get("kind").asText().equals("withdrawn")
                                && event.get("articleId").asText().equals(id)));
        tell("out of its story", asked);
        await(
                "the report",
                () -> pipeline.takedown(takedown.get("id").asText())
                        .get("state")
                        .asText()
                        .equals("removed"));
        tell("out of items and articles", asked);
        await("no topic has it", () -> {
            goOn();
            return topics.thatHave(WORD).isEmpty();
        });
        tell("out of every topic", asked);

        assertThatThrownBy(() -> pipeline.articleAt(barred)).hasMessageContaining("answered 410");
        assertThat(members(story)).contains(url("first"), url("third")).doesNotContain(barred);
        assertThat(pipeline.story(story).toString().toLowerCase(Locale.ROOT)).doesNotContain(WORD);

        JsonNode again = send("barred", "Zibelinette again", TEXT);

        assertThat(again.get("accepted").asInt()).isZero();
        assertThat(again.at("/reasons/0/code").asText()).isEqualTo("taken-down");
        goOn();
        assertThat(topics.thatHave(WORD)).isEmpty();
    }

    private boolean isGone(String id) {
        try {
            pipeline.article(id);
            return false;
        } catch (IOException e) {
            return String.valueOf(e.getMessage()).contains("answered 410");
        }
    }

    /** Two more articles that retell each other: the broker cleans no segment that nothing follows. */
    private void goOn() throws IOException {
        filled++;
        String text = TEXT.replace("Ostervik", "Harbour " + filled)
                .replaceAll("\\d+", Integer.toString(1_000 + filled))
                .replace("glassblowers", "ropemakers");
        push("a" + filled, "Ropemakers of harbour " + filled, text);
        push("b" + filled, "Of harbour " + filled + " and its ropemakers", text);
    }

    private Set<String> members(String story) throws IOException {
        Set<String> urls = new TreeSet<>();
        pipeline.story(story)
                .get("articles")
                .forEach(article -> urls.add(article.get("url").asText()));
        return urls;
    }

    private String storyOf(String name) throws IOException {
        return pipeline.articleAt(url(name)).get("storyId").asText();
    }

    private void push(String name, String title, String text) throws IOException {
        assertThat(send(name, title, text).get("accepted").asInt()).isEqualTo(1);
    }

    private JsonNode send(String name, String title, String text) throws IOException {
        Map<String, String> line =
                Map.of("url", url(name), "title", title, "text", text, "publisher", "The " + name + " of Ostervik");
        return pipeline.push(List.of(new ObjectMapper().writeValueAsString(line)));
    }

    private static String url(String name) {
        return "https://" + name + ".ostervik.example/furnaces";
    }

    private static void tell(String what, Instant since) {
        System.out.printf(
                "  taken down: %s after %d s%n",
                what, Duration.between(since, Instant.now()).toSeconds());
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(condition);
    }
}
