package org.retold.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retold.local.process.Ports;
import org.retold.local.process.Tether;

final class KafkaBrokerTest {

    private static final String TOPIC = "letters";

    @TempDir
    Path directory;

    @Test
    void whatWasAcknowledgedOutlivesAHaltOfTheBroker() throws Exception {
        int port = Ports.free();
        Process first = brokerProcess(port);
        String servers = "127.0.0.1:" + port;
        createTopic(servers);
        send(servers, List.of("a", "b", "c"));

        first.destroyForcibly().waitFor();
        Process second = brokerProcess(port);

        assertThat(read(servers)).containsExactly("a", "b", "c");
        second.destroy();
        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aTopicIsNeverCreatedByItself() {
        try (KafkaBroker broker = KafkaBroker.start(new BrokerSettings(directory, 0));
                var producer = producer(broker.bootstrapServers(), Map.of("max.block.ms", 500))) {

            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("unheard-of", "x"))
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void aTransactionIsCommittedWholeAcrossACleanRestart() throws Exception {
        BrokerSettings settings = new BrokerSettings(directory, 0);
        try (KafkaBroker broker = KafkaBroker.start(settings)) {
            createTopic(broker.bootstrapServers());
            try (var producer = producer(broker.bootstrapServers(), Map.of("transactional.id", "writer"))) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(TOPIC, "kept")).get();
                producer.commitTransaction();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(TOPIC, "dropped")).get();
                producer.abortTransaction();
            }
        }

        try (KafkaBroker broker = KafkaBroker.start(settings)) {
            assertThat(read(broker.bootstrapServers())).containsExactly("kept");
        }
    }

    private Process brokerProcess(int port) throws Exception {
        Path ready = directory.resolve("ready");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(BrokerMain.arguments(new BrokerSettings(directory.resolve("log"), port), ready));
        Process process = new ProcessBuilder(Tether.tied("TERM", command))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("broker.log").toFile())
                .start();
        long begun = System.nanoTime();
        while (!BrokerMain.isReady(ready, process.pid())) {
            assertThat(process.isAlive()).isTrue();
            assertThat(System.nanoTime() - begun)
                    .isLessThan(Duration.ofMinutes(1).toNanos());
            Thread.sleep(50);
        }
        return process;
    }

    private static void createTopic(String servers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void send(String servers, List<String> values) throws Exception {
        try (var producer = producer(servers, Map.of("acks", "all"))) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(TOPIC, value)).get();
            }
        }
    }

    private static KafkaProducer<String, String> producer(String servers, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", servers);
        return new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
    }

    private static List<String> read(String servers) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            List<String> values = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
