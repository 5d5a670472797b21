package org.retold.teststack;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a test finds Kafka and PostgreSQL.
 *
 * @param kafka bootstrap servers; topics are never created by themselves
 * @param jdbcUrl of a database that the user owns
 */
public record TestServers(String kafka, String jdbcUrl, String jdbcUser, String jdbcPassword) {

    private static final String HANDOVER = "retold.test-servers.";

    /** The servers of this JVM, started on first use and stopped with the JVM. */
    public static TestServers shared() {
        // A JVM may load this class more than once (each Quarkus application has a class loader); its properties and
        // its literals exist once. The properties themselves are no good lock: the servers set some while they start.
        Properties properties = System.getProperties();
        synchronized (HANDOVER) {
            TestServers running = handedOver(properties);
            if (running != null) {
                return running;
            }
            TestServers started = start();
            started.settings().forEach((key, value) -> properties.setProperty(HANDOVER + key, value));
            return started;
        }
    }

    /** The settings every service takes. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("RETOLD_KAFKA", kafka);
        settings.put("RETOLD_JDBC_URL", jdbcUrl);
        settings.put("RETOLD_JDBC_USER", jdbcUser);
        settings.put("RETOLD_JDBC_PASSWORD", jdbcPassword);
        return settings;
    }

    private static TestServers start() {
        String infrastructure = System.getProperty("it.infra", "embedded");
        return switch (infrastructure) {
            case "embedded", "" -> EmbeddedServers.start();
            case "containers" -> ContainerServers.start();
            default ->
                throw new IllegalArgumentException(
                        "it.infra is '%s', not embedded or containers".formatted(infrastructure));
        };
    }

    private static @Nullable TestServers handedOver(Properties properties) {
        String kafka = properties.getProperty(HANDOVER + "RETOLD_KAFKA");
        String url = properties.getProperty(HANDOVER + "RETOLD_JDBC_URL");
        String user = properties.getProperty(HANDOVER + "RETOLD_JDBC_USER");
        String password = properties.getProperty(HANDOVER + "RETOLD_JDBC_PASSWORD");
        if (kafka == null || url == null || user == null || password == null) {
            return null;
        }
        return new TestServers(kafka, url, user, password);
    }
}
