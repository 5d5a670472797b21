package org.retold.api.postgres;

import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.retold.teststack.TestServers;

/** A schema of its own in the tests' PostgreSQL. */
public record TestDatabase(Flyway migrations, Jdbi jdbi, String schema) {

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
        Jdbi jdbi = Jdbi.create(url, servers.jdbcUser(), servers.jdbcPassword())
                .registerArrayType(String.class, "text")
                .registerArrayType(Long.class, "bigint");
        return new TestDatabase(migrations, jdbi, schema);
    }

    public void wipe() {
        jdbi.useHandle(handle -> handle.execute("drop schema " + schema + " cascade"));
    }
}
