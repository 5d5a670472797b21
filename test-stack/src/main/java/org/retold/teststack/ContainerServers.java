package org.retold.teststack;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Kafka and PostgreSQL in containers, of the images that docker-compose.yml uses. */
final class ContainerServers {

    private static final DockerImageName KAFKA = image("KAFKA_IMAGE", "apache/kafka", "4.1.1");
    private static final DockerImageName POSTGRES = image("POSTGRES_IMAGE", "postgres", "18");

    private ContainerServers() {}

    /** Testcontainers' own reaper removes them when the JVM is gone. */
    @SuppressWarnings("resource")
    static TestServers start() {
        KafkaContainer kafka = new KafkaContainer(KAFKA)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        kafka.start();
        PostgreSQLContainer postgres = new PostgreSQLContainer(POSTGRES)
                .withDatabaseName("retold")
                .withUsername("retold")
                .withPassword("retold");
        postgres.start();
        return new TestServers(
                kafka.getBootstrapServers(), postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
    }

    /** The official image, or what the environment gives in its place, as for docker-compose.yml. */
    private static DockerImageName image(String variable, String official, String tag) {
        String given = System.getenv(variable);
        return given == null || given.isBlank()
                ? DockerImageName.parse(official).withTag(tag)
                : DockerImageName.parse(given).asCompatibleSubstituteFor(official);
    }
}
