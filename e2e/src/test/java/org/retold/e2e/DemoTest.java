package org.retold.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.retold.local.http.DemoSite;
import org.retold.local.process.ResidentMemory;

/** What a newcomer sees: every story of the demo site with exactly its articles, and the look-alikes alone. */
@ExtendWith(PipelineExtension.class)
class DemoTest {

    private static final long GIBIBYTE = 1024L * 1024 * 1024;

    private final Pipeline pipeline;

    DemoTest(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Test
    void everyExclusiveIsFoundWithExactlyItsTellingsAndEveryLookAlikeStandsAlone() throws IOException {
        try (DemoSite site = DemoSite.start(0)) {
            Map<String, Optional<String>> gold = site.newsstand().gold();
            for (var outlet : site.newsstand().outlets()) {
                pipeline.addFeed(outlet.feedUrl().toString());
            }
            await().atMost(Duration.ofSeconds(90))
                    .ignoreExceptions()
                    .until(() -> pipeline.storiesByArticle().keySet().containsAll(gold.keySet()));

            assertThat(storiesWith(gold.keySet())).isEqualTo(expected(gold));
        }
    }

    @Test
    void everythingTogetherTakesLittleMemory() {
        long resident = ResidentMemory.ofThisAndAllItStarted();

        assertThat(resident).isPositive().isLessThanOrEqualTo(5 * GIBIBYTE / 2);
    }

    /** The articles of each story that holds one of these, strangers included. */
    private Set<List<String>> storiesWith(Set<String> articles) throws IOException {
        Set<List<String>> stories = new java.util.HashSet<>();
        for (JsonNode story : pipeline.stories()) {
            Set<String> members = new TreeSet<>();
            story.get("articles")
                    .forEach(article -> members.add(article.get("url").asText()));
            if (members.stream().anyMatch(articles::contains)) {
                stories.add(List.copyOf(members));
            }
        }
        return stories;
    }

    private static Set<List<String>> expected(Map<String, Optional<String>> gold) {
        Map<String, Set<String>> stories = new LinkedHashMap<>();
        gold.forEach((url, story) -> stories.computeIfAbsent(story.orElse("alone " + url), label -> new TreeSet<>())
                .add(url));
        Set<List<String>> expected = new java.util.HashSet<>();
        stories.values().forEach(urls -> expected.add(new ArrayList<>(urls)));
        return expected;
    }
}
