package org.retold.teststack.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.Test;
import org.retold.access.Brokers;
import org.retold.access.Settings;

/** Clients as {@link Brokers} makes them, at a Kafka that asks who they are. */
final class SecuredBrokerTest {

    private final Guarded guarded;

    SecuredBrokerTest() throws Exception {
        guarded = Guarded.shared();
    }

    @Test
    void whoIsKnownReadsAndWrites() throws Exception {
        Brokers brokers = brokers(guarded.broker().secured(), guarded.right());
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
        assertThatThrownBy(() -> ask(guarded.broker().secured(), with("RETOLD_KAFKA_PASSWORD", "another")))
                .hasCauseInstanceOf(SaslAuthenticationException.class)
                .hasMessageContaining("invalid credentials with SASL mechanism SCRAM-SHA-512");
    }

    @Test
    void aBrokerThatOthersThanOursVouchForIsNotBelieved() {
        assertThatThrownBy(() -> ask(
                        guarded.broker().secured(),
                        with("RETOLD_KAFKA_TRUSTSTORE", guarded.wrong().toString())))
                .hasCauseInstanceOf(SslAuthenticationException.class)
                .hasMessageContaining("SSL handshake failed")
                .hasStackTraceContaining("unable to find valid certification path");
    }

    @Test
    void aBrokerUnderAnotherNameThanItsCertificateIsNotBelieved() {
        assertThatThrownBy(() -> ask(guarded.broker().securedByAddress(), guarded.right()))
                .hasCauseInstanceOf(SslAuthenticationException.class)
                .hasStackTraceContaining("No subject alternative names matching IP address 127.0.0.1 found");
    }

    @Test
    void whoComesWithoutTlsIsNotAnswered() {
        assertThatThrownBy(() -> ask(guarded.broker().secured(), Map.of()))
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
            ask(guarded.broker().secured(), guarded.right());
            assertThatThrownBy(() -> ask(guarded.broker().secured(), with("RETOLD_KAFKA_PASSWORD", "word-of-others")))
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

    private Map<String, String> with(String name, String value) {
        Map<String, String> settings = new HashMap<>(guarded.right());
        settings.put(name, value);
        return settings;
    }

    private static Brokers brokers(String at, Map<String, String> settings) {
        return Brokers.of(at, new Settings(name -> Optional.ofNullable(settings.get(name))));
    }
}
