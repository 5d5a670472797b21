package org.retold.teststack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Topic;

/** Settings of topics as operators make and read them. */
public final class SetTopics {

    private static final String A_YEAR = Long.toString(Duration.ofDays(365).toMillis());

    private SetTopics() {}

    /** What a service does to its topics when it starts. */
    @FunctionalInterface
    public interface Start {
        void run() throws ExecutionException, InterruptedException;
    }

    /**
     * A topic of an operator who keeps its records for a year, made by a version that did not set how long a segment is;
     * then a service starts. Fails unless it has left the one alone and set the other.
     */
    public static void areCompletedAndElseLeftAlone(Topic<?, ?> topic, Start start) {
        create(topic);
        set(topic, TopicConfig.RETENTION_MS_CONFIG, A_YEAR);
        set(topic, TopicConfig.SEGMENT_MS_CONFIG, null);

        try {
            start.run();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }

        assertThat(value(topic, TopicConfig.RETENTION_MS_CONFIG)).isEqualTo(A_YEAR);
        assertThat(value(topic, TopicConfig.SEGMENT_MS_CONFIG))
                .isEqualTo(topic.settings().get(TopicConfig.SEGMENT_MS_CONFIG));
    }

    /** Creates the topic without any setting, as long as it is not there. */
    public static void create(Topic<?, ?> topic) {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topic.name(), topic.partitions(), (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param value null for a topic that has no such setting of its own */
    public static void set(Topic<?, ?> topic, String name, @Nullable String value) {
        AlterConfigOp.OpType type = value == null ? AlterConfigOp.OpType.DELETE : AlterConfigOp.OpType.SET;
        try (Admin admin = admin()) {
            admin.incrementalAlterConfigs(Map.of(
                            resource(topic),
                            List.of(new AlterConfigOp(new ConfigEntry(name, value == null ? "" : value), type))))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is in force. */
    public static String value(Topic<?, ?> topic, String name) {
        try (Admin admin = admin()) {
            Config settings = Objects.requireNonNull(
                    admin.describeConfigs(List.of(resource(topic))).all().get().get(resource(topic)));
            return settings.get(name).value();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConfigResource resource(Topic<?, ?> topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.shared().kafka()));
    }
}
