package org.retold.teststack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.retold.contract.Topics;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
@Tag("containers")
final class QuarkusOnTheStackTest {

    private final String kafka = setting("RETOLD_KAFKA");

    @Test
    void theApplicationGetsTheServersThatTheTestSees() {
        assertThat(kafka).isEqualTo(TestServers.shared().kafka());

        try (var probe = TopicProbe.on(kafka, Topics.FEEDS)) {
            probe.send("feed", null, Instant.EPOCH);

            assertThat(probe.await(1)).isNotEmpty();
        }
    }

    @Test
    void theDatabaseTakesSchemasAndUnicode() throws Exception {
        try (var connection = DriverManager.getConnection(
                        setting("RETOLD_JDBC_URL"), setting("RETOLD_JDBC_USER"), setting("RETOLD_JDBC_PASSWORD"));
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists probe");
            var answer = statement.executeQuery("select upper('Oural, déjà vu'), current_setting('server_encoding')");
            answer.next();

            assertThat(answer.getString(1)).isEqualTo("OURAL, DÉJÀ VU");
            assertThat(answer.getString(2)).isEqualTo("UTF8");
        }
    }

    private static String setting(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }
}
