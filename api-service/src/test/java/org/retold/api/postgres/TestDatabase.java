package org.retold.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.retold.api.arrival.Batch;
import org.retold.api.arrival.Source;
import org.retold.api.arrival.StoredPosition;
import org.retold.teststack.TestServers;

/** A schema of its own in the tests' PostgreSQL. */
public record TestDatabase(Flyway migrations, Jdbi jdbi, String schema, String url) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    public static TestDatabase fresh() {
        TestServers servers = TestServers.shared();
        String schema = "api_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        String url = servers.jdbcUrl() + (servers.jdbcUrl().contains("?") ? "&" : "?") + "currentSchema=" + schema;
        Flyway migrations = Flyway.configure(TestDatabase.class.getClassLoader())
                .dataSource(url, servers.jdbcUser(), servers.jdbcPassword())
                .schemas(schema)
                .createSchemas(true)
                .load();
        return new TestDatabase(migrations, connect(servers, url), schema, url);
    }

    private static Jdbi connect(TestServers servers, String url) {
        return Jdbi.create(url, servers.jdbcUser(), servers.jdbcPassword())
                .registerArrayType(String.class, "text")
                .registerArrayType(Long.class, "bigint");
    }

    /** The same, for who watches its statements. */
    public Jdbi watched(SqlLogger watcher) {
        return connect(TestServers.shared(), url).setSqlLogger(watcher);
    }

    /** The same, and whoever writes batches through it is overtaken each time, as long as somebody else writes. */
    public Jdbi alwaysSecond() {
        return watched(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                if (context.getRawSql().startsWith("lock table reader_position")) {
                    Map<Source, StoredPosition> before = jdbi.withHandle(PositionTable::all);
                    Awaitility.await()
                            .atMost(Duration.ofSeconds(60))
                            .until(() -> !jdbi.withHandle(PositionTable::all).equals(before));
                }
            }
        });
    }

    /** Applies all of it; fails where something is refused. */
    public static void apply(Batch batch, ReadModel readModel) {
        readModel.apply(
                batch, readModel.words(batch), refused -> assertThat(refused).isEmpty());
    }

    public void wipe() {
        jdbi.useHandle(handle -> handle.execute("drop schema " + schema + " cascade"));
    }
}
