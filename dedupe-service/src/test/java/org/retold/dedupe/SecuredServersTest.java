package org.retold.dedupe;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;
import static org.retold.dedupe.Reports.FERRY;
import static org.retold.dedupe.Reports.FERRY_SHORT;
import static org.retold.dedupe.Reports.article;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.retold.teststack.secured.SecuredStack;

/** The service at a Kafka that asks for a password behind TLS. */
@QuarkusTest
@WithTestResource(SecuredStack.class)
class SecuredServersTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void articlesBecomeStoriesAsEverywhere() {
        // Not injected: the service as other tests have it does not know it.
        String openDoor = ConfigProvider.getConfig().getValue(SecuredStack.OPEN_KAFKA, String.class);
        try (Wire wire = new Wire(openDoor)) {
            wire.createArticles();
            await().atMost(SOON).until(() -> get("/q/health/ready").statusCode() == 200);

            wire.publish(article("wire", 0, FERRY), article("short", 1, FERRY_SHORT));

            await().atMost(SOON).until(() -> wire.clusters().equals(Set.of(Set.of("wire", "short"))));
        }
    }
}
