package org.retold.access;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where Kafka is, and how one comes in there; every client is made with these properties. What is set, by name:
 *
 * <ul>
 *   <li>{@code RETOLD_KAFKA_SECURITY_PROTOCOL}: {@code PLAINTEXT} (default), {@code SSL}, {@code SASL_SSL}, {@code SASL_PLAINTEXT}
 *   <li>{@code RETOLD_KAFKA_TRUSTSTORE}: whom to trust instead of the public authorities, PEM ({@code .pem}, {@code .crt}) or a
 *       store ({@code .p12}, {@code .jks}) with {@code RETOLD_KAFKA_TRUSTSTORE_PASSWORD}
 *   <li>{@code RETOLD_KAFKA_KEYSTORE}, {@code RETOLD_KAFKA_KEYSTORE_PASSWORD}: who we are, where brokers ask for a certificate
 *   <li>{@code RETOLD_KAFKA_SASL_MECHANISM}: {@code SCRAM-SHA-512} (default), {@code SCRAM-SHA-256}, {@code PLAIN}
 *   <li>{@code RETOLD_KAFKA_USER}, {@code RETOLD_KAFKA_PASSWORD}
 * </ul>
 */
public final class Brokers {

    private static final Set<String> PROTOCOLS = Set.of("PLAINTEXT", "SSL", "SASL_SSL", "SASL_PLAINTEXT");
    private static final Set<String> MECHANISMS = Set.of("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512");

    private final Map<String, Object> properties;

    private Brokers(Map<String, Object> properties) {
        this.properties = Map.copyOf(properties);
    }

    /**
     * Brokers that let everybody in.
     *
     * @param bootstrapServers {@code host:port}, more than one with commas
     */
    public static Brokers at(String bootstrapServers) {
        return new Brokers(Map.of("bootstrap.servers", bootstrapServers));
    }

    /**
     * Brokers as they are set.
     *
     * @throws IllegalArgumentException when nobody could come in like that, in a sentence
     */
    public static Brokers of(String bootstrapServers, Settings set) {
        String protocol = set.value("RETOLD_KAFKA_SECURITY_PROTOCOL", "PLAINTEXT");
        require(PROTOCOLS, protocol, "RETOLD_KAFKA_SECURITY_PROTOCOL");
        Map<String, Object> properties = new TreeMap<>();
        properties.put("bootstrap.servers", bootstrapServers);
        if (!protocol.equals("PLAINTEXT")) {
            properties.put("security.protocol", protocol);
        }
        if (protocol.endsWith("SSL")) {
            set.value("RETOLD_KAFKA_TRUSTSTORE").ifPresent(file -> {
                properties.put("ssl.truststore.location", file);
                properties.put("ssl.truststore.type", type(file));
            });
            set.value("RETOLD_KAFKA_TRUSTSTORE_PASSWORD")
                    .ifPresent(password -> properties.put("ssl.truststore.password", password));
            set.value("RETOLD_KAFKA_KEYSTORE").ifPresent(file -> {
                properties.put("ssl.keystore.location", file);
                properties.put("ssl.keystore.type", type(file));
            });
            set.value("RETOLD_KAFKA_KEYSTORE_PASSWORD")
                    .ifPresent(password -> properties.put("ssl.keystore.password", password));
        }
        if (protocol.startsWith("SASL")) {
            String mechanism = set.value("RETOLD_KAFKA_SASL_MECHANISM", "SCRAM-SHA-512");
            require(MECHANISMS, mechanism, "RETOLD_KAFKA_SASL_MECHANISM");
            properties.put("sasl.mechanism", mechanism);
            properties.put("sasl.jaas.config", login(mechanism, set));
        }
        return new Brokers(properties);
    }

    /** Bootstrap servers, security, and what else the client is to have. */
    public Map<String, Object> and(Map<String, ?> more) {
        Map<String, Object> all = new TreeMap<>(properties);
        all.putAll(more);
        return all;
    }

    /** The same for a client that takes properties. */
    public void putInto(Properties all) {
        all.putAll(properties);
    }

    private static String login(String mechanism, Settings set) {
        String module = mechanism.equals("PLAIN")
                ? "org.apache.kafka.common.security.plain.PlainLoginModule"
                : "org.apache.kafka.common.security.scram.ScramLoginModule";
        String user = set.value("RETOLD_KAFKA_USER").orElseThrow(() -> missing("RETOLD_KAFKA_USER"));
        String password = set.value("RETOLD_KAFKA_PASSWORD").orElseThrow(() -> missing("RETOLD_KAFKA_PASSWORD"));
        return "%s required username=\"%s\" password=\"%s\";".formatted(module, quoted(user), quoted(password));
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String type(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".p12") || name.endsWith(".pfx")) {
            return "PKCS12";
        }
        return name.endsWith(".jks") ? "JKS" : "PEM";
    }

    private static void require(Set<String> known, String value, String name) {
        if (!known.contains(value)) {
            throw new IllegalArgumentException("%s is '%s', not one of %s".formatted(name, value, known));
        }
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException(name + " is needed where Kafka asks who we are (SASL)");
    }

    /** Passwords are in the properties. */
    @Override
    public String toString() {
        return "Kafka at " + properties.get("bootstrap.servers");
    }
}
