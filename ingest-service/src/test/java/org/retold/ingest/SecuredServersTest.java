package org.retold.ingest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.retold.contract.Topics;
import org.retold.teststack.TopicProbe;
import org.retold.teststack.secured.SecuredStack;

/** The service between a Kafka that asks for a password behind TLS and a PostgreSQL that speaks TLS only. */
@QuarkusTest
@WithTestResource(SecuredStack.class)
class SecuredServersTest {

    @Inject
    Jdbi jdbi;

    @Test
    void whatIsPushedGoesOnAsEverywhere() {
        String openDoor = ConfigProvider.getConfig().getValue(SecuredStack.OPEN_KAFKA, String.class);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));

        try (var items = TopicProbe.on(openDoor, Topics.ITEMS)) {
            given().header("Authorization", "Bearer token-of-the-tests")
                    .contentType("application/x-ndjson")
                    .body("{\"url\":\"https://secured.example/lamps\",\"title\":\"Lamps\",\"text\":\"They went out.\"}"
                            .getBytes(UTF_8))
                    .post("/api/v1/items")
                    .then()
                    .statusCode(202)
                    .body("accepted", equalTo(1));

            assertThat(items.awaitOne(record -> "secured.example/lamps".equals(record.key()))
                            .value()
                            .title())
                    .isEqualTo("Lamps");
        }
        String version = jdbi.withHandle(
                handle -> handle.createQuery("select version from pg_stat_ssl where ssl and pid = pg_backend_pid()")
                        .mapTo(String.class)
                        .one());
        assertThat(version).startsWith("TLS");
    }
}
