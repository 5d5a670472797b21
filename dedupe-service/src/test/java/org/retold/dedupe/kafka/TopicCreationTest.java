package org.retold.dedupe.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.retold.access.Brokers;
import org.retold.contract.Topics;
import org.retold.local.kafka.BrokerSettings;
import org.retold.local.kafka.KafkaBroker;
import org.retold.teststack.QuietLogs;

class TopicCreationTest {

    private static final String CHANGELOG = "retold-dedupe-views-changelog";
    private static final String OTHERS = "somebody-elses-changelog";

    static {
        QuietLogs.onlyErrors();
    }

    @TempDir(cleanup = CleanupMode.NEVER) // the operating system's: the broker may still hold files
    Path directory;

    @Test
    void topicsThatAreThereGetTheSettingsThatTheyShouldHave() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(new BrokerSettings(directory, 0));
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(topic(CHANGELOG), topic(OTHERS), topic(Topics.EVIDENCE.name())))
                    .all()
                    .get();

            new TopicCreation(
                            Brokers.at(broker.bootstrapServers()),
                            (short) 1,
                            new Naming.Live().applicationId(),
                            List.of(Topics.EVIDENCE),
                            List.of())
                    .attempt();

            assertThat(longestLag(CHANGELOG, admin)).isEqualTo("43200000");
            assertThat(longestLag(Topics.EVIDENCE.name(), admin))
                    .isEqualTo(Topics.EVIDENCE.settings().get(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG));
            assertThat(longestLag(OTHERS, admin)).isEqualTo(Long.toString(Long.MAX_VALUE));
        }
    }

    @Test
    void howLongAnOperatorKeepsRecordsIsNotChanged() throws Exception {
        String aYear = Long.toString(Duration.ofDays(365).toMillis());
        try (KafkaBroker broker = KafkaBroker.start(new BrokerSettings(directory, 0));
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            TopicCreation creation = new TopicCreation(
                    Brokers.at(broker.bootstrapServers()),
                    (short) 1,
                    new Naming.Live().applicationId(),
                    List.of(Topics.STORY_EVENTS),
                    List.of());
            creation.attempt();
            AlterConfigOp longer = new AlterConfigOp(
                    new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, aYear), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, Topics.STORY_EVENTS.name()), List.of(longer)))
                    .all()
                    .get();

            creation.attempt();

            assertThat(setting(TopicConfig.RETENTION_MS_CONFIG, Topics.STORY_EVENTS.name(), admin))
                    .isEqualTo(aYear);
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(1), Optional.of((short) 1));
    }

    private static String longestLag(String topic, Admin admin) throws Exception {
        return setting(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, topic, admin);
    }

    private static String setting(String name, String topic, Admin admin) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = Objects.requireNonNull(
                admin.describeConfigs(List.of(resource)).all().get().get(resource));
        return config.get(name).value();
    }
}
