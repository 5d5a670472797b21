package org.retold.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.retold.local.kafka.BrokerSettings;
import org.retold.local.kafka.KafkaBroker;

/** The stories topic on a Kafka of its own, written as the story writer does: each decision in one transaction. */
final class Topic implements AutoCloseable {

    static final String NAME = "retold.stories.v1";

    /** Held, because a logger that nobody holds forgets its level. */
    private static final List<Logger> QUIET = List.of(
            Logger.getLogger("kafka"), Logger.getLogger("org.apache.kafka"), Logger.getLogger("state.change.logger"));

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    private static final Path SAMPLE = Page.ROOT.resolve("contract/src/test/resources/wire/v1/story-of-two.json");

    private final KafkaBroker broker;
    private final KafkaProducer<String, byte[]> producer;

    Topic(Path directory) throws InterruptedException, ExecutionException {
        broker = KafkaBroker.start(new BrokerSettings(directory, 0));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(NAME, 1, (short) 1))).all().get();
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "writer"),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** A snapshot as the contract keeps it. */
    static ObjectNode sample() {
        try {
            return (ObjectNode) new ObjectMapper().readTree(SAMPLE.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode story(String id, int change, int changeSize, int articleCount) {
        return sample().put("id", id)
                .put("change", change)
                .put("changeSize", changeSize)
                .put("articleCount", articleCount)
                .put("headline", "Story " + id);
    }

    String kafka() {
        return broker.bootstrapServers();
    }

    void write(ObjectNode... snapshots) throws InterruptedException, ExecutionException {
        producer.beginTransaction();
        for (ObjectNode snapshot : snapshots) {
            send(snapshot.get("id").asText(), snapshot.toString());
        }
        producer.commitTransaction();
    }

    void writeAndAbort(ObjectNode snapshot) throws InterruptedException, ExecutionException {
        producer.beginTransaction();
        send(snapshot.get("id").asText(), snapshot.toString());
        producer.abortTransaction();
    }

    void end(String id) throws InterruptedException, ExecutionException {
        producer.beginTransaction();
        send(id, null);
        producer.commitTransaction();
    }

    private void send(String id, @Nullable String value) throws InterruptedException, ExecutionException {
        producer.send(new ProducerRecord<>(NAME, id, value == null ? null : value.getBytes(UTF_8)))
                .get();
    }

    @Override
    public void close() {
        producer.close();
        broker.close();
    }
}
