package org.retold.local.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.retold.access.Brokers;

/**
 * What a dedupe service that runs as a shadow leaves on the broker, and how far it has come. Its topics and its group
 * bear its name; nothing here touches those of the live service.
 */
public final class Shadow implements AutoCloseable {

    /** What it reads first; its offsets are the arrival order. */
    public static final String ARTICLES = "retold.articles.v1";

    /** Stories of the live service. */
    public static final String LIVE_STORIES = "retold.stories.v1";

    private static final String CORRECTIONS = "retold.corrections.v1";
    private static final String REPARTITION = "-repartition";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final Admin admin;

    /**
     * @param name what the service was given as {@code retold.dedupe.shadow}
     */
    public Shadow(Brokers brokers, String name) {
        this.name = name;
        this.admin = Admin.create(brokers.and(Map.of(
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis() / 2,
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis())));
    }

    /** The name of its stories topic. */
    public String stories() {
        return topicPrefix() + "stories.v1";
    }

    /** @throws KafkaException when nobody answers */
    public Set<String> topicsOfTheBroker() {
        return result(admin.listTopics().names());
    }

    /** How far what it reads goes now: articles and corrections. */
    public Map<TopicPartition, Long> inputs() {
        return ends(partitions(Stream.of(ARTICLES, CORRECTIONS)
                .filter(topicsOfTheBroker()::contains)
                .toList()));
    }

    /** How far what it hands from one step to the next goes now; empty before it has begun. */
    public Map<TopicPartition, Long> steps() {
        return ends(partitions(stepTopics()));
    }

    /** How many steps follow on the reading; 0 before it has begun. */
    public int stepCount() {
        return stepTopics().size();
    }

    /** How many records before these ends it has not dealt with. */
    public long behind(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                result(admin.listConsumerGroupOffsets(application()).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> beginnings = offsets(ends.keySet(), OffsetSpec.earliest());
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata done = committed.get(end.getKey());
                    long at = done == null ? beginnings.getOrDefault(end.getKey(), 0L) : done.offset();
                    return Math.max(0, end.getValue() - at);
                })
                .sum();
    }

    /** Deletes its topics and its group; the service must have ended. */
    public void delete() {
        List<String> ours = topicsOfTheBroker().stream()
                .filter(topic -> topic.startsWith(topicPrefix()) || topic.startsWith(application() + "-"))
                .toList();
        ignoring(
                Set.of(UnknownTopicOrPartitionException.class),
                admin.deleteTopics(ours).all());
        // A streams client does not leave its group when it ends; Kafka may miss some of it or all by then.
        ignoring(
                Set.of(GroupIdNotFoundException.class, UnknownMemberIdException.class, IllegalArgumentException.class),
                admin.removeMembersFromConsumerGroup(application(), new RemoveMembersFromConsumerGroupOptions())
                        .all());
        ignoring(
                Set.of(GroupIdNotFoundException.class),
                admin.deleteConsumerGroups(List.of(application())).all());
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }

    private String application() {
        return "retold-dedupe-shadow-" + name;
    }

    private String topicPrefix() {
        return "retold.shadow." + name + ".";
    }

    private List<String> stepTopics() {
        return topicsOfTheBroker().stream()
                .filter(topic -> topic.startsWith(application() + "-") && topic.endsWith(REPARTITION))
                .toList();
    }

    private List<TopicPartition> partitions(Collection<String> topics) {
        return result(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        result(admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        return offsets;
    }

    private static void ignoring(Set<Class<? extends RuntimeException>> gone, KafkaFuture<?> future) {
        try {
            result(future);
        } catch (KafkaException e) {
            if (Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                    .noneMatch(cause -> gone.contains(cause.getClass()))) {
                throw e;
            }
        }
    }

    private static <T> T result(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new KafkaException(String.valueOf(e.getMessage()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
