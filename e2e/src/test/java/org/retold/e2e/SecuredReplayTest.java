package org.retold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retold.contract.Article;
import org.retold.contract.ArticleRecordKey;
import org.retold.contract.Json;
import org.retold.contract.Topics;
import org.retold.e2e.RetoldCommand.Said;
import org.retold.teststack.TopicProbe;
import org.retold.teststack.secured.Authority;
import org.retold.teststack.secured.SecuredBroker;

/** The command {@code ./retold replay}, and the shadow that it starts, at a Kafka that asks who they are. */
@Tag("long")
class SecuredReplayTest {

    private static final Path SAMPLE = Pipeline.ROOT.resolve("contract/src/test/resources/wire/v1/article-full.json");

    @TempDir
    Path directory;

    @Test
    void theShadowIsLetInTellsWhatItWouldChangeAndLeavesNothing() throws Exception {
        Authority authority = Authority.keptIn(directory.resolve("authority.pem"));
        Path report = directory.resolve("report.json");
        try (SecuredBroker broker = SecuredBroker.start(directory.resolve("kafka"), authority)) {
            TopicProbe.create(broker.open(), Topics.ALL);
            Article article = Objects.requireNonNull(Json.read(Article.class, Files.readAllBytes(SAMPLE)));
            try (var articles = TopicProbe.on(broker.open(), Topics.ARTICLES)) {
                articles.send(new ArticleRecordKey(article.id(), 0, 0).toString(), article, article.fetched());
            }

            Said said = RetoldCommand.run(
                    broker.secured(),
                    SecuredBroker.settings(authority),
                    "replay",
                    List.of("--json", report.toString()));

            assertThat(said.status()).as(said.text()).isZero();
            assertThat(said.text()).contains("every article is decided").doesNotContain(SecuredBroker.PASSWORD);
            JsonNode told = new ObjectMapper().readTree(report.toFile());
            assertThat(told.at("/articles/onlyShadow").asInt()).isEqualTo(1);
            assertThat(told.at("/stories/live").asInt()).isZero();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.open()))) {
                assertThat(admin.listTopics().names().get()).noneMatch(topic -> topic.contains("shadow"));
            }
        }
    }
}
