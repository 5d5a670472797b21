package org.retold.normalize.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jboss.logging.Logger;
import org.retold.contract.Topics;

/**
 * Has the broker compact the articles topic, which is dear, only while a takedown is carried out. Nothing is set that means
 * something to a topic that is not compacted: how long records stay, and how long segments are open, is left to operators.
 */
final class Compaction {

    private static final Logger LOG = Logger.getLogger(Compaction.class);
    private static final ConfigResource ARTICLES =
            new ConfigResource(ConfigResource.Type.TOPIC, Topics.ARTICLES.name());

    private final Admin admin;
    private final String segment;

    /** @param segment a tombstone that comes this much later than another closes its segment */
    Compaction(Admin admin, Duration segment) {
        this.admin = admin;
        this.segment = Long.toString(segment.toMillis());
    }

    /** Anybody may have set the topic back: to be said again in every round. */
    void on() throws InterruptedException {
        List<AlterConfigOp> settings = new ArrayList<>(segmentOfAnEarlierVersion());
        settings.add(op(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE,
                OpType.SET));
        // Where a topic is compacted, the broker closes segments after this long, too.
        settings.add(op(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, segment, OpType.SET));
        settings.add(op(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0", OpType.SET));
        alter(settings);
    }

    void off() throws InterruptedException {
        List<AlterConfigOp> settings = new ArrayList<>(segmentOfAnEarlierVersion());
        settings.add(op(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE, OpType.SET));
        settings.add(op(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, "", OpType.DELETE));
        settings.add(op(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "", OpType.DELETE));
        alter(settings);
        LOG.debugf("compaction off topic=%s", Topics.ARTICLES.name());
    }

    /** Earlier versions set how long segments are open; one that ended amid a round left it so. */
    private List<AlterConfigOp> segmentOfAnEarlierVersion() throws InterruptedException {
        Config there = there();
        boolean leftSo = value(there, TopicConfig.CLEANUP_POLICY_CONFIG).contains(TopicConfig.CLEANUP_POLICY_COMPACT)
                && value(there, TopicConfig.SEGMENT_MS_CONFIG).equals(segment);
        String usual = Objects.requireNonNull(Topics.ARTICLES.settings().get(TopicConfig.SEGMENT_MS_CONFIG));
        return leftSo ? List.of(op(TopicConfig.SEGMENT_MS_CONFIG, usual, OpType.SET)) : List.of();
    }

    private Config there() throws InterruptedException {
        try {
            return Objects.requireNonNull(
                    admin.describeConfigs(List.of(ARTICLES)).all().get().get(ARTICLES));
        } catch (ExecutionException e) {
            throw new KafkaException("cannot read the settings of %s".formatted(ARTICLES.name()), e.getCause());
        }
    }

    private static String value(Config there, String name) {
        ConfigEntry entry = there.get(name);
        return entry == null || entry.value() == null ? "" : entry.value();
    }

    private static AlterConfigOp op(String name, String value, OpType type) {
        return new AlterConfigOp(new ConfigEntry(name, value), type);
    }

    private void alter(List<AlterConfigOp> settings) throws InterruptedException {
        try {
            admin.incrementalAlterConfigs(Map.of(ARTICLES, settings)).all().get();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot set %s to be compacted".formatted(ARTICLES.name()), e.getCause());
        }
    }
}
