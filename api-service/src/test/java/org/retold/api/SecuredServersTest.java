package org.retold.api;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.retold.contract.Story;
import org.retold.contract.Topics;
import org.retold.teststack.TopicProbe;
import org.retold.teststack.secured.SecuredStack;

/** The service between a Kafka that asks for a password behind TLS and a PostgreSQL that speaks TLS only. */
@QuarkusTest
@WithTestResource(SecuredStack.class)
final class SecuredServersTest {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Jdbi jdbi;

    @Test
    void whatIsToldIsShownAsEverywhere() {
        // Not injected: the service as other tests have it does not know it.
        String openDoor = ConfigProvider.getConfig().getValue(SecuredStack.OPEN_KAFKA, String.class);
        try (TopicProbe<String, Story> stories = TopicProbe.on(openDoor, Topics.STORIES)) {
            Story story = Newsroom.story("s-secured", 1, 1, 1, "a-secured");

            stories.send(story.id(), story, story.updated());

            Topicful.awaitTrue(() -> get("/api/v1/stories/s-secured").statusCode() == 200);
        }
        String version = jdbi.withHandle(
                handle -> handle.createQuery("select version from pg_stat_ssl where ssl and pid = pg_backend_pid()")
                        .mapTo(String.class)
                        .one());
        assertThat(version).startsWith("TLS");
    }
}
