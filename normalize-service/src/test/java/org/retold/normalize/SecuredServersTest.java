package org.retold.normalize;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.retold.contract.Article;
import org.retold.contract.Item;
import org.retold.contract.Topics;
import org.retold.normalize.corpus.Items;
import org.retold.teststack.TopicProbe;
import org.retold.teststack.secured.SecuredStack;

/** The service at a Kafka that asks for a password behind TLS. */
@QuarkusTest
@WithTestResource(SecuredStack.class)
class SecuredServersTest {

    @Test
    void itemsBecomeArticlesAsEverywhere() {
        // Not injected: the service as other tests have it does not know it.
        String openDoor = ConfigProvider.getConfig().getValue(SecuredStack.OPEN_KAFKA, String.class);
        Item item = Items.feed(
                "https://secured.example/lamps",
                "Lamps",
                "2026-01-14T08:00:00Z",
                "<p>The lamps along the quay went out on Tuesday and stayed dark until the morning.</p>");
        try (TopicProbe<String, Item> items = TopicProbe.on(openDoor, Topics.ITEMS);
                TopicProbe<String, Article> articles = TopicProbe.on(openDoor, Topics.ARTICLES)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> get("/q/health/ready").statusCode() == 200);

            items.send(item.key(), item, Instant.parse("2026-01-15T12:00:00Z"));

            assertThat(articles.awaitValues(1).getFirst().title()).isEqualTo("Lamps");
        }
    }
}
