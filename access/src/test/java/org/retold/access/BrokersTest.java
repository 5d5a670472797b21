package org.retold.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrokersTest {

    @Test
    void withoutSettingsEverybodyIsLetIn() {
        assertThat(brokers(Map.of()).and(Map.of("client.id", "me")))
                .isEqualTo(Map.of("bootstrap.servers", "kafka:9092", "client.id", "me"));
    }

    @Test
    void userAndPasswordGoThroughTls() {
        assertThat(brokers(Map.of(
                                "RETOLD_KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                                "RETOLD_KAFKA_TRUSTSTORE", "/run/ca.pem",
                                "RETOLD_KAFKA_USER", "retold",
                                "RETOLD_KAFKA_PASSWORD", "se\"cr\\et"))
                        .and(Map.of()))
                .isEqualTo(Map.of(
                        "bootstrap.servers", "kafka:9092",
                        "security.protocol", "SASL_SSL",
                        "ssl.truststore.location", "/run/ca.pem",
                        "ssl.truststore.type", "PEM",
                        "sasl.mechanism", "SCRAM-SHA-512",
                        "sasl.jaas.config",
                                "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                        + " username=\"retold\" password=\"se\\\"cr\\\\et\";"));
    }

    @Test
    void aStoreHasItsPassword() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "RETOLD_KAFKA_SECURITY_PROTOCOL", "SSL",
                "RETOLD_KAFKA_TRUSTSTORE", "/run/ca.p12",
                "RETOLD_KAFKA_TRUSTSTORE_PASSWORD", "changed",
                "RETOLD_KAFKA_KEYSTORE", "/run/us.jks",
                "RETOLD_KAFKA_KEYSTORE_PASSWORD", "too"));

        assertThat(brokers(settings).and(Map.of()))
                .containsEntry("ssl.truststore.type", "PKCS12")
                .containsEntry("ssl.truststore.password", "changed")
                .containsEntry("ssl.keystore.type", "JKS")
                .containsEntry("ssl.keystore.password", "too")
                .doesNotContainKey("sasl.mechanism");
    }

    @Test
    void whatCannotBeIsSaidInASentenceThatHoldsNoPassword() {
        assertThatThrownBy(() -> brokers(Map.of("RETOLD_KAFKA_SECURITY_PROTOCOL", "TLS")))
                .hasMessageStartingWith("RETOLD_KAFKA_SECURITY_PROTOCOL is 'TLS', not one of");
        assertThatThrownBy(() -> brokers(
                        Map.of("RETOLD_KAFKA_SECURITY_PROTOCOL", "SASL_SSL", "RETOLD_KAFKA_SASL_MECHANISM", "GSSAPI")))
                .hasMessageStartingWith("RETOLD_KAFKA_SASL_MECHANISM is 'GSSAPI', not one of");
        assertThatThrownBy(() -> brokers(
                        Map.of("RETOLD_KAFKA_SECURITY_PROTOCOL", "SASL_SSL", "RETOLD_KAFKA_PASSWORD", "secret")))
                .hasMessage("RETOLD_KAFKA_USER is needed where Kafka asks who we are (SASL)");
        assertThat(brokers(Map.of(
                        "RETOLD_KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT",
                        "RETOLD_KAFKA_USER", "me",
                        "RETOLD_KAFKA_PASSWORD", "secret")))
                .hasToString("Kafka at kafka:9092");
    }

    private static Brokers brokers(Map<String, String> settings) {
        return Brokers.of("kafka:9092", new Settings(name -> Optional.ofNullable(settings.get(name))));
    }
}
