package org.retold.normalize.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jboss.logging.Logger;
import org.retold.contract.Topics;

/** Has the broker compact the articles topic, which is dear, only while a takedown is carried out. */
final class Compaction {

    private static final Logger LOG = Logger.getLogger(Compaction.class);
    private static final ConfigResource ARTICLES =
            new ConfigResource(ConfigResource.Type.TOPIC, Topics.ARTICLES.name());

    private final Admin admin;
    private final Duration segment;

    /** @param segment a tombstone that comes this much later than another closes its segment */
    Compaction(Admin admin, Duration segment) {
        this.admin = admin;
        this.segment = segment;
    }

    /** Anybody who starts may have set the topic back: to be said again in every round. */
    void on() throws InterruptedException {
        Map<String, String> settings = new HashMap<>(Topics.ARTICLES.settings());
        settings.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE);
        settings.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(segment.toMillis()));
        settings.put(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0");
        alter(set(settings));
    }

    void off() throws InterruptedException {
        List<AlterConfigOp> settings = new ArrayList<>(set(Topics.ARTICLES.settings()));
        settings.add(
                new AlterConfigOp(new ConfigEntry(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, ""), OpType.DELETE));
        alter(settings);
        LOG.debugf("compaction off topic=%s", Topics.ARTICLES.name());
    }

    private static List<AlterConfigOp> set(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> new AlterConfigOp(new ConfigEntry(setting.getKey(), setting.getValue()), OpType.SET))
                .toList();
    }

    private void alter(List<AlterConfigOp> settings) throws InterruptedException {
        try {
            admin.incrementalAlterConfigs(Map.of(ARTICLES, settings)).all().get();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot set %s to be compacted".formatted(ARTICLES.name()), e.getCause());
        }
    }
}
