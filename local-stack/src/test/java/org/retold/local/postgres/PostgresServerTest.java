package org.retold.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retold.local.process.Ports;
import org.retold.local.process.Tether;

final class PostgresServerTest {

    private static final String PASSWORD = "only for this test";

    @TempDir
    Path directory;

    @Test
    void whatWasCommittedOutlivesAKillOfTheServer() throws Exception {
        PostgresSettings settings = new PostgresSettings(directory.resolve("data"), Ports.free(), PASSWORD, true);
        PostgresCluster cluster = PostgresCluster.prepared(settings);
        Process first = serve(cluster, settings.port());
        try (Connection connection = connect(settings.port(), PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("create table kept (word text)");
            statement.execute("insert into kept values ('déjà')");
        }

        first.destroyForcibly().waitFor();
        assertThat(cluster.isReady()).isFalse();
        Process second = serve(cluster, settings.port());

        try (Connection connection = connect(settings.port(), PASSWORD);
                var rows = connection.createStatement().executeQuery("select word from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("déjà");
        }
        second.getOutputStream().close();
        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nobodyComesInWithoutThePassword() {
        PostgresSettings settings = new PostgresSettings(directory.resolve("data"), 0, PASSWORD, false);

        try (PostgresServer server = PostgresServer.start(settings)) {
            assertThatThrownBy(() -> connect(server.port(), "a guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    private Process serve(PostgresCluster cluster, int port) {
        // The memory of the killed server is given back a moment after its death; its children see that first.
        for (int attempt = 0; attempt < 50; attempt++) {
            Process process = start(cluster.command(port));
            Awaitility.await().until(() -> cluster.isReady() || !process.isAlive());
            if (process.isAlive()) {
                return process;
            }
        }
        throw new AssertionError("PostgreSQL did not start again");
    }

    private Process start(List<String> command) {
        try {
            return new ProcessBuilder(Tether.tied("INT", command))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("postgres.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Connection connect(int port, String password) throws SQLException {
        return DriverManager.getConnection(PostgresCluster.jdbcUrl(port), PostgresCluster.USER, password);
    }
}
