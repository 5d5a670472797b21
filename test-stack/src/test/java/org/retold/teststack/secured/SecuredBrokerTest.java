package org.retold.teststack.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retold.access.Brokers;
import org.retold.access.Settings;
import org.retold.teststack.QuietLogs;

/** Clients as {@link Brokers} makes them, at a Kafka that asks who they are. */
final class SecuredBrokerTest {

    @TempDir
    static Path directory;

    private static Map<String, String> right = Map.of();

    @Nullable
    private static SecuredBroker started;

    @BeforeAll
    static void aBrokerThatAsks() throws Exception {
        QuietLogs.begin();
        Authority authority = Authority.keptIn(directory.resolve("authority.pem"));
        started = SecuredBroker.start(directory.resolve("kafka"), authority);
        right = Map.of(
                "RETOLD_KAFKA_SECURITY_PROTOCOL",
                "SASL_SSL",
                "RETOLD_KAFKA_TRUSTSTORE",
                authority.file().toString(),
                "RETOLD_KAFKA_USER",
                SecuredBroker.USER,
                "RETOLD_KAFKA_PASSWORD",
                SecuredBroker.PASSWORD);
    }

    @AfterAll
    static void close() {
        broker().close();
    }

    @Test
    void whoIsKnownReadsAndWrites() throws Exception {
        Brokers brokers = brokers(broker().secured(), right);
        try (Admin admin = Admin.create(brokers.and(Map.of()))) {
            admin.createTopics(List.of(new NewTopic("lamps", 1, (short) 1)))
                    .all()
                    .get();
        }

        try (var producer =
                new KafkaProducer<>(brokers.and(Map.of()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("lamps", "street", "out")).get();
        }

        try (var consumer =
                new KafkaConsumer<>(brokers.and(Map.of()), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition lamps = new TopicPartition("lamps", 0);
            consumer.assign(List.of(lamps));
            consumer.seekToBeginning(List.of(lamps));
            assertThat(consumer.poll(Duration.ofSeconds(30)))
                    .extracting(record -> record.value())
                    .containsExactly("out");
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> ask(broker().secured(), with("RETOLD_KAFKA_PASSWORD", "another")))
                .hasCauseInstanceOf(SaslAuthenticationException.class)
                .hasMessageContaining("invalid credentials with SASL mechanism SCRAM-SHA-512");
    }

    @Test
    void aBrokerThatOthersThanOursVouchForIsNotBelieved() throws Exception {
        Path other = Authority.keptIn(directory.resolve("other.pem")).file();

        assertThatThrownBy(() -> ask(broker().secured(), with("RETOLD_KAFKA_TRUSTSTORE", other.toString())))
                .hasCauseInstanceOf(SslAuthenticationException.class)
                .hasMessageContaining("SSL handshake failed")
                .hasStackTraceContaining("unable to find valid certification path");
    }

    @Test
    void aBrokerUnderAnotherNameThanItsCertificateIsNotBelieved() {
        assertThatThrownBy(() -> ask(broker().securedByAddress(), right))
                .hasCauseInstanceOf(SslAuthenticationException.class)
                .hasStackTraceContaining("No subject alternative names matching IP address 127.0.0.1 found");
    }

    @Test
    void whoComesWithoutTlsIsNotAnswered() {
        assertThatThrownBy(() -> ask(broker().secured(), Map.of()))
                .hasMessageContaining("Timed out waiting for a node assignment");
    }

    @Test
    void thePasswordIsNotInTheLogHoweverMuchIsLogged() throws Exception {
        List<String> log = new CopyOnWriteArrayList<>();
        Handler listener = listener(log);
        Logger kafka = Logger.getLogger("org.apache.kafka");
        Level before = kafka.getLevel();
        kafka.setUseParentHandlers(false);
        kafka.addHandler(listener);
        kafka.setLevel(Level.ALL);
        try {
            ask(broker().secured(), right);
            assertThatThrownBy(() -> ask(broker().secured(), with("RETOLD_KAFKA_PASSWORD", "word-of-others")))
                    .isInstanceOf(ExecutionException.class);
        } finally {
            kafka.setLevel(before);
            kafka.removeHandler(listener);
            kafka.setUseParentHandlers(true);
        }

        assertThat(log)
                .anySatisfy(line -> assertThat(line).contains("sasl.jaas.config = [hidden]"))
                .noneSatisfy(line -> assertThat(line).containsAnyOf("word-of-", "the\"-services"));
    }

    private static Handler listener(List<String> log) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                Object[] said = line.getParameters() == null ? new Object[0] : line.getParameters();
                log.add(line.getMessage() + Arrays.asList(said) + line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static void ask(String at, Map<String, String> settings) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(
                brokers(at, settings).and(Map.of("request.timeout.ms", 3000, "default.api.timeout.ms", 3000)))) {
            admin.listTopics().names().get();
        }
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> settings = new HashMap<>(right);
        settings.put(name, value);
        return settings;
    }

    private static Brokers brokers(String at, Map<String, String> settings) {
        return Brokers.of(at, new Settings(name -> Optional.ofNullable(settings.get(name))));
    }

    private static SecuredBroker broker() {
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }
}
