package org.retold.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.retold.contract.Article;
import org.retold.contract.Item;
import org.retold.contract.Removal;
import org.retold.contract.Takedown;
import org.retold.contract.Topics;
import org.retold.normalize.SweeperTest.ShortRounds;
import org.retold.normalize.corpus.Items;
import org.retold.teststack.SetTopics;
import org.retold.teststack.TestServers;
import org.retold.teststack.TestStack;
import org.retold.teststack.TopicProbe;

@QuarkusTest
@TestProfile(ShortRounds.class)
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class SweeperTest {

    /** The broker cleans at once, so rounds may follow each other quickly. */
    public static final class ShortRounds implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("retold.normalize.takedown-round", "4s");
        }
    }

    private static final String TEN_YEARS = Long.toString(Duration.ofDays(3_650).toMillis());
    private static final String A_DAY = Long.toString(Duration.ofDays(1).toMillis());
    private static final ConfigResource EVERY_BROKER = new ConfigResource(ConfigResource.Type.BROKER, "");

    private final TopicProbe<String, Item> items = TopicProbe.on(Topics.ITEMS);
    private final TopicProbe<String, Takedown> takedowns = TopicProbe.on(Topics.TAKEDOWNS);
    private final TopicProbe<String, Removal> removals = TopicProbe.on(Topics.REMOVALS);
    private final TopicProbe<String, Article> articles = TopicProbe.on(Topics.ARTICLES);

    @Test
    void aTakedownLeavesNothingOfTheArticleAndAllOfTheOthers() throws Exception {
        cleanOften();
        send("https://example.org/crane", "Crane falls");
        send("https://example.org/quay", "Quay reopens");
        send("https://example.org/quay", "Quay reopens");
        send("https://example.org/crane?utm_source=mail", "Crane falls again");
        articles.awaitValues(4);
        SetTopics.set(Topics.ARTICLES, TopicConfig.RETENTION_MS_CONFIG, TEN_YEARS);
        SetTopics.set(Topics.ARTICLES, TopicConfig.SEGMENT_MS_CONFIG, A_DAY);

        takedowns.send(
                "t1",
                new Takedown("t1", "http://www.example.org/crane/", "operator", Instant.now(), null),
                Instant.now());

        removals.awaitUntil(
                told -> told.stream().anyMatch(SweeperTest::isRemoved), "the removal", Duration.ofMinutes(2));
        assertThat(titles(articles.fromBeginning().settle(Duration.ofSeconds(2))))
                .doesNotContain("Crane falls", "Crane falls again")
                .containsSubsequence("Quay reopens", "Quay reopens");
        assertThat(items.keysFromBeginning(Duration.ofSeconds(2))).noneMatch(key -> key.contains("crane"));

        send("https://example.org/crane", "Crane falls a third time");
        send("https://example.org/bridge", "Bridge opens");

        assertThat(titles(articles.awaitUntil(
                        read -> titles(read).contains("Bridge opens"), "the next article", Duration.ofMinutes(1))))
                .doesNotContain("Crane falls a third time");
        assertThat(SetTopics.value(Topics.ARTICLES, TopicConfig.CLEANUP_POLICY_CONFIG))
                .isEqualTo("delete");
        assertThat(SetTopics.value(Topics.ARTICLES, TopicConfig.RETENTION_MS_CONFIG))
                .isEqualTo(TEN_YEARS);
        assertThat(SetTopics.value(Topics.ARTICLES, TopicConfig.SEGMENT_MS_CONFIG))
                .isEqualTo(A_DAY);
    }

    private void send(String url, String title) {
        Item item = Items.feed(
                url, title, null, "<p>%s, the harbour master told Reuters on Tuesday morning.</p>".formatted(title));
        items.send(item.key(), item, Instant.now());
    }

    private static boolean isRemoved(ConsumerRecord<String, @Nullable Removal> told) {
        Removal removal = told.value();
        return removal != null && removal.state() == Removal.State.REMOVED;
    }

    private static List<String> titles(List<ConsumerRecord<String, @Nullable Article>> records) {
        return records.stream()
                .flatMap(record -> Stream.ofNullable(record.value()))
                .map(Article::title)
                .toList();
    }

    private static void cleanOften() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            AlterConfigOp often =
                    new AlterConfigOp(new ConfigEntry("log.cleaner.backoff.ms", "500"), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(EVERY_BROKER, List.of(often)))
                    .all()
                    .get();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.shared().kafka()));
    }
}
