package org.retold.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.retold.api.postgres.LongMigrations;
import org.retold.teststack.TestStack;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class MigrationsTest {

    @Inject
    Flyway migrations;

    @Test
    void theServiceDoesNotHangUpOnThem() {
        assertThat(migrations.getConfiguration().getCallbacks()).hasAtLeastOneElementOfType(LongMigrations.class);
    }
}
