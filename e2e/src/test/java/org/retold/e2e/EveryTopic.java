package org.retold.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** All topics of a Kafka, those between the tasks of a service included, as somebody reads them who looks for a word. */
final class EveryTopic {

    /** Long texts are base64 in JSON. */
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}");

    private static final Map<String, String> OFTEN = Map.of(
            "max.compaction.lag.ms", "1000",
            "segment.ms", "1000",
            "min.cleanable.dirty.ratio", "0");

    private final String kafka;

    EveryTopic(String kafka) {
        this.kafka = kafka;
    }

    /**
     * Has the broker clean what is compacted almost at once, instead of within a day.
     *
     * @return what has it clean as before
     */
    AutoCloseable cleanOften() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.BROKER, ""),
                            List.of(set("log.cleaner.backoff.ms", "500"))))
                    .all()
                    .get();
            List<ConfigResource> topics = names(admin).stream()
                    .filter(name -> name.endsWith("-changelog")
                            || name.equals("retold.stories.v1")
                            || name.equals("retold.evidence.v1"))
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList();
            Map<ConfigResource, Collection<AlterConfigOp>> before = new HashMap<>();
            admin.describeConfigs(topics)
                    .all()
                    .get()
                    .forEach((topic, settings) -> before.put(
                            topic,
                            OFTEN.keySet().stream()
                                    .map(settings::get)
                                    .map(EveryTopic::back)
                                    .toList()));
            List<AlterConfigOp> often = OFTEN.entrySet().stream()
                    .map(setting -> set(setting.getKey(), setting.getValue()))
                    .toList();
            alter(
                    admin,
                    topics.stream()
                            .collect(Collectors.<ConfigResource, ConfigResource, Collection<AlterConfigOp>>toMap(
                                    topic -> topic, topic -> often)));
            return () -> cleanAs(before);
        }
    }

    private void cleanAs(Map<ConfigResource, Collection<AlterConfigOp>> settings)
            throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            alter(admin, settings);
        }
    }

    private static void alter(Admin admin, Map<ConfigResource, Collection<AlterConfigOp>> settings)
            throws ExecutionException, InterruptedException {
        admin.incrementalAlterConfigs(settings).all().get();
    }

    private static AlterConfigOp back(ConfigEntry setting) {
        return setting.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG
                ? set(setting.name(), setting.value())
                : new AlterConfigOp(new ConfigEntry(setting.name(), ""), OpType.DELETE);
    }

    /** Topics that have the word in one of their records, whatever its case. */
    Set<String> thatHave(String word) throws ExecutionException, InterruptedException {
        Set<String> having = new TreeSet<>();
        try (Admin admin = admin();
                Consumer<byte[], byte[]> consumer = consumer()) {
            for (String name : names(admin)) {
                List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                        .map(partition -> new TopicPartition(name, partition.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                while (partitions.stream()
                        .anyMatch(at -> consumer.position(at) < Objects.requireNonNull(ends.get(at)))) {
                    consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                        if (has(record.key(), word) || has(record.value(), word)) {
                            having.add(name);
                        }
                    });
                }
            }
        }
        return having;
    }

    private static boolean has(byte @Nullable [] bytes, String word) {
        if (bytes == null) {
            return false;
        }
        String text = new String(bytes, UTF_8);
        return contains(text, word)
                || ENCODED.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(encoded -> contains(decoded(encoded), word));
    }

    private static boolean contains(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }

    private static String decoded(String encoded) {
        String whole = encoded.replace("=", "");
        return new String(Base64.getDecoder().decode(whole.substring(0, whole.length() / 4 * 4)), UTF_8);
    }

    private static Set<String> names(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listTopics(new ListTopicsOptions().listInternal(false))
                .names()
                .get();
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), OpType.SET);
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka));
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
