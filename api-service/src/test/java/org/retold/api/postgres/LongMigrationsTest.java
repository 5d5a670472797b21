package org.retold.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.retold.teststack.TestServers;

/** A migration of three seconds over connections that hang up after one. */
final class LongMigrationsTest {

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void nobodyHangsUpOnAMigration() {
        assertThatThrownBy(() -> slow().load().migrate()).hasStackTraceContaining("timed out");

        assertThat(slow().callbacks(new LongMigrations()).load().migrate().migrationsExecuted)
                .isEqualTo(1);
    }

    private FluentConfiguration slow() {
        TestServers servers = TestServers.shared();
        return Flyway.configure(LongMigrationsTest.class.getClassLoader())
                .dataSource(database.url() + "&socketTimeout=1", servers.jdbcUser(), servers.jdbcPassword())
                .schemas(database.schema())
                .createSchemas(true)
                .locations("classpath:db/slow");
    }
}
