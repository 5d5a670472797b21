package org.retold.teststack.secured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import okhttp3.tls.HeldCertificate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.retold.local.kafka.BrokerSettings;
import org.retold.local.kafka.KafkaBroker;
import org.retold.local.process.Ports;

/** A Kafka with two doors: one that asks for user and password behind TLS, and one for the test, which is open. */
public final class SecuredBroker implements AutoCloseable {

    /** Whom it knows. */
    public static final String USER = "retold";

    /** The user's; with what has to be quoted in Kafka's own settings. */
    public static final String PASSWORD = "word-of-\"the\"-services";

    private static final int FEWEST_ITERATIONS = 4096;

    private final KafkaBroker broker;
    private final int port;

    private SecuredBroker(KafkaBroker broker, int port) {
        this.broker = broker;
        this.port = port;
    }

    /** @param directory a new one, which is the broker's */
    public static SecuredBroker start(Path directory, Authority authority)
            throws IOException, InterruptedException, ExecutionException {
        // Kafka finds classes through the thread's class loader; where Quarkus has several, it must be the one of
        // Kafka.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(KafkaBroker.class.getClassLoader());
        try {
            return startHere(directory, authority);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static SecuredBroker startHere(Path directory, Authority authority)
            throws IOException, InterruptedException, ExecutionException {
        int open = Ports.free();
        int secured = Ports.free();
        Files.createDirectories(directory);
        Path certificate = certificate(directory.resolve("broker.pem"), authority.ofLocalhost());
        KafkaBroker broker = KafkaBroker.start(
                new BrokerSettings(directory.resolve("log"), open, doors(open, secured, certificate)));
        SecuredBroker started = new SecuredBroker(broker, secured);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", started.open()))) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            USER, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, FEWEST_ITERATIONS), PASSWORD)))
                    .all()
                    .get();
        }
        return started;
    }

    private static Path certificate(Path file, HeldCertificate certificate) throws IOException {
        return Files.writeString(file, certificate.privateKeyPkcs8Pem() + certificate.certificatePem());
    }

    private static Map<String, String> doors(int open, int secured, Path certificate) {
        int controller = Ports.free();
        Map<String, String> settings = new HashMap<>();
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        settings.put(
                "listeners",
                "CLIENT://127.0.0.1:%d,SECURED://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(open, secured, controller));
        settings.put("advertised.listeners", "CLIENT://127.0.0.1:%d,SECURED://localhost:%d".formatted(open, secured));
        settings.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,SECURED:SASL_SSL,CONTROLLER:PLAINTEXT");
        settings.put("listener.name.secured.sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put(
                "listener.name.secured.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put("listener.name.secured.ssl.keystore.type", "PEM");
        settings.put("listener.name.secured.ssl.keystore.location", certificate.toString());
        return settings;
    }

    /** Bootstrap servers of the door that asks. */
    public String secured() {
        return "localhost:" + port;
    }

    /** With which the services come in. */
    public static Map<String, String> settings(Authority authority) {
        return Map.of(
                "RETOLD_KAFKA_SECURITY_PROTOCOL",
                "SASL_SSL",
                "RETOLD_KAFKA_TRUSTSTORE",
                authority.file().toString(),
                "RETOLD_KAFKA_USER",
                USER,
                "RETOLD_KAFKA_PASSWORD",
                PASSWORD);
    }

    /** The same door under a name that its certificate does not bear. */
    public String securedByAddress() {
        return "127.0.0.1:" + port;
    }

    /** Bootstrap servers of the door that does not ask. */
    public String open() {
        return broker.bootstrapServers();
    }

    @Override
    public void close() {
        broker.close();
    }
}
