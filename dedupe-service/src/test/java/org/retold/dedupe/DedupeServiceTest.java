package org.retold.dedupe;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.retold.dedupe.Reports.FERRY;
import static org.retold.dedupe.Reports.FERRY_SHORT;
import static org.retold.dedupe.Reports.HARBOUR;
import static org.retold.dedupe.Reports.article;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.retold.contract.Story;
import org.retold.dedupe.kafka.StreamsRunner;
import org.retold.teststack.TestStack;

/** The service as it is deployed, on a real Kafka. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
@Tag("containers")
class DedupeServiceTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @ConfigProperty(name = "retold.dedupe.kafka")
    String kafka = "";

    @Inject
    @SuppressWarnings("NullAway.Init")
    StreamsRunner runner;

    @Test
    void articlesBecomeStoriesAndARestartRemembersThem() {
        try (Wire wire = new Wire(kafka)) {
            assertThat(get("/q/health/ready").statusCode()).isEqualTo(503);
            wire.createArticles();
            await().atMost(SOON).until(() -> get("/q/health/ready").statusCode() == 200);
            wire.publish(article("wire", 0, FERRY), article("harbour", 1, HARBOUR));
            await().atMost(SOON).until(() -> wire.clusters().equals(Set.of(Set.of("wire"), Set.of("harbour"))));

            runner.stop();
            runner.start();
            wire.publish(article("short", 2, FERRY_SHORT), article("wire", 3, FERRY));

            await().atMost(SOON)
                    .until(() -> wire.clusters().equals(Set.of(Set.of("wire", "short"), Set.of("harbour"))));
            assertThat(wire.stories().values()).extracting(Story::change).containsExactlyInAnyOrder(2L, 3L);
            assertThat(get("/q/metrics").asString())
                    .contains("retold_dedupe_articles_decided_total", "retold_dedupe_stories_open 2.0");
        }
    }
}
