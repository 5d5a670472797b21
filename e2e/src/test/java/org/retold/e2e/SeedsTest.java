package org.retold.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The five real pages that the project was started for, through feeds and pages to the API. */
@ExtendWith(PipelineExtension.class)
class SeedsTest {

    private static final Path SEEDS =
            Path.of(System.getProperty("retold.shared", "../shared")).resolve("seeds");
    private static final List<String> SITES = List.of("geopolintel", "vlr", "nouvelles", "carnet", "actualites");

    private final Pipeline pipeline;

    SeedsTest(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Test
    void twoTellingsOfOneExclusiveAreOneStoryAndTheOthersStandAlone() throws IOException {
        assumeTrue(Files.isDirectory(SEEDS), "skipped: the five real pages are not beside the checkout");
        JsonNode gold = new ObjectMapper().readTree(SEEDS.resolve("gold.json").toFile());
        try (SeedSite site = new SeedSite(SEEDS)) {
            for (String feed : site.feeds()) {
                pipeline.addFeed(feed);
            }
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> members().size() == SITES.size());
        }

        Map<String, JsonNode> stories = members();

        assertThat(titlesTogetherWith(stories, "vlr")).hasSize(2);
        assertThat(storyOf("vlr", stories).get("id"))
                .isEqualTo(storyOf("actualites", stories).get("id"));
        for (String alone : List.of("geopolintel", "nouvelles", "carnet")) {
            assertThat(titlesTogetherWith(stories, alone)).as(alone).hasSize(1);
        }
        for (int i = 0; i < SITES.size(); i++) {
            readsAsGold(storyOf(SITES.get(i), stories), SITES.get(i), gold.get(i));
        }
    }

    private void readsAsGold(JsonNode story, String site, JsonNode gold) throws IOException {
        JsonNode member = StreamSupport.stream(story.get("articles").spliterator(), false)
                .filter(article -> article.get("url").asText().contains("/" + site + "/"))
                .findAny()
                .orElseThrow();
        JsonNode article = pipeline.article(member.get("id").asText());
        String text = String.join("\n", texts(article.get("paragraphs")));

        assertThat(texts(article.at("/credits/agencies"))).as(site).isEqualTo(texts(gold.get("agencies")));
        assertThat(texts(article.at("/credits/reporters"))).as(site).isEqualTo(texts(gold.get("reporters")));
        assertThat(article.get("language").asText()).as(site).isEqualTo("fr");
        if (gold.has("title")) {
            assertThat(article.get("title").asText())
                    .as(site)
                    .isEqualTo(gold.get("title").asText());
        }
        if (gold.has("published")) {
            assertThat(article.get("published").asText())
                    .as(site)
                    .startsWith(gold.get("published").asText().replaceAll(":00$", ""));
        }
        if (gold.has("exclusiveDate")) {
            assertThat(article.at("/credits/exclusiveDate")).as(site).isEqualTo(gold.get("exclusiveDate"));
        }
        if (gold.has("via")) {
            assertThat(article.at("/credits/via")).as(site).isEqualTo(gold.get("via"));
        }
        for (JsonNode not : gold.path("notInText")) {
            assertThat(text).as(site).doesNotContain(not.asText());
        }
    }

    private static List<String> titlesTogetherWith(Map<String, JsonNode> stories, String site) {
        List<String> titles = new ArrayList<>();
        storyOf(site, stories)
                .get("articles")
                .forEach(article -> titles.add(article.get("title").asText()));
        return titles;
    }

    private static JsonNode storyOf(String site, Map<String, JsonNode> stories) {
        return requireNonNull(stories.get(site), site);
    }

    /** The story of each site's page. */
    private Map<String, JsonNode> members() throws IOException {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        for (JsonNode story : pipeline.stories()) {
            for (JsonNode article : story.get("articles")) {
                for (String site : SITES) {
                    if (article.get("url").asText().contains("/" + site + "/")) {
                        members.put(site, story);
                    }
                }
            }
        }
        return members;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
