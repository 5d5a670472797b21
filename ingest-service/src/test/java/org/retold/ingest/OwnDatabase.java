package org.retold.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.retold.teststack.TestServers;

/** A migrated database that no running service looks into. */
public final class OwnDatabase {

    private static final List<String> MIGRATIONS = List.of(
            "V1__feeds.sql",
            "V2__turns.sql",
            "V3__robots.sql",
            "V5__schedule.sql",
            "V6__subscriptions.sql",
            "V7__takedowns.sql",
            "V8__trails.sql",
            "V9__left_entries.sql",
            "V10__looks.sql",
            "V11__moved_to.sql");

    private OwnDatabase() {}

    public static Jdbi create() {
        TestServers servers = TestServers.shared();
        String name = "ingest_" + UUID.randomUUID().toString().replace("-", "");
        Jdbi.create(servers.jdbcUrl(), servers.jdbcUser(), servers.jdbcPassword())
                .useHandle(handle -> handle.execute("create database " + name));
        String url = servers.jdbcUrl().replaceFirst("/[^/?]+(\\?.*)?$", "/" + name + "$1");
        Jdbi own = Jdbi.create(new KeptConnections(url, servers.jdbcUser(), servers.jdbcPassword()))
                .registerArrayType(String.class, "text");
        own.useHandle(handle -> handle.execute("create schema ingest"));
        MIGRATIONS.forEach(file ->
                own.useHandle(handle -> handle.createScript(migration(file)).execute()));
        return own;
    }

    /** Connections are used again, as in the service: making one costs far more than most statements. */
    private static final class KeptConnections implements ConnectionFactory {

        private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
        private final String url;
        private final String user;
        private final String password;

        KeptConnections(String url, String user, String password) {
            this.url = url;
            this.user = user;
            this.password = password;
        }

        @Override
        public Connection openConnection() throws SQLException {
            Connection kept = idle.poll();
            return kept == null || kept.isClosed() ? DriverManager.getConnection(url, user, password) : kept;
        }

        @Override
        public void closeConnection(Connection connection) {
            idle.add(connection);
        }
    }

    private static String migration(String file) {
        try (InputStream script = OwnDatabase.class.getResourceAsStream("/db/migration/ingest/" + file)) {
            return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
