package org.retold.teststack.secured;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.retold.local.process.Directories;
import org.retold.teststack.QuietLogs;

/** A Kafka and a PostgreSQL of its own for a Quarkus test, both with TLS. */
public final class SecuredStack implements QuarkusTestResourceLifecycleManager {

    /** Setting under which the test finds the door of Kafka that is open. */
    public static final String OPEN_KAFKA = "test.open-kafka";

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    /** Its settings are to win over those of the stack that other tests share. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        QuietLogs.begin();
        try {
            Path directory = Files.createTempDirectory("retold-secured");
            started.push(() -> Directories.delete(directory));
            Authority authority = Authority.keptIn(directory.resolve("authority.pem"));
            SecuredBroker broker = SecuredBroker.start(directory.resolve("kafka"), authority);
            started.push(broker);
            SecuredDatabase database = SecuredDatabase.start(directory.resolve("postgres"), authority);
            started.push(database);
            return settings(authority, broker, database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> settings(Authority authority, SecuredBroker broker, SecuredDatabase database) {
        Map<String, String> settings = new HashMap<>(QuietLogs.settings());
        settings.put(OPEN_KAFKA, broker.open());
        settings.put("RETOLD_KAFKA", broker.secured());
        settings.putAll(SecuredBroker.settings(authority));
        settings.put("RETOLD_JDBC_URL", database.jdbcUrl() + "?sslmode=verify-full&sslrootcert=" + authority.file());
        settings.put("RETOLD_JDBC_USER", SecuredDatabase.USER);
        settings.put("RETOLD_JDBC_PASSWORD", SecuredDatabase.PASSWORD);
        return settings;
    }

    @Override
    public void stop() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
