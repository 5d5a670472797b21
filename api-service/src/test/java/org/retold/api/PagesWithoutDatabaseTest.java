package org.retold.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.retold.api.PagesWithoutDatabaseTest.NoDatabase;
import org.retold.teststack.TestStack;
import org.retold.teststack.browser.Browser;
import org.retold.teststack.browser.Look;
import org.retold.teststack.browser.NeedsChromium;
import org.retold.teststack.browser.Reader;

@QuarkusTest
@NeedsChromium
@TestProfile(NoDatabase.class)
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class PagesWithoutDatabaseTest {

    /** Nobody listens where the database should be. */
    public static final class NoDatabase implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:postgresql://127.0.0.1:1/retold",
                    "quarkus.datasource.jdbc.acquisition-timeout",
                    "1s",
                    "retold.api.reading",
                    "false");
        }
    }

    @Test
    void readersAreToldThatTheDatabaseIsAway() {
        try (Browser browser = new Browser();
                Reader reader = browser.reader("http://localhost:" + RestAssured.port, Look.NARROW)) {
            for (String path : new String[] {"/", "/stories/any", "/compare?left=a&right=b", "/feeds"}) {
                assertThat(reader.open(path)).as(path).isEqualTo(503);
                assertThat(reader.page().textContent("h1")).isEqualTo("Not available at the moment");
            }
            reader.shoot("database-away");
            assertThat(reader.barriers()).isEmpty();
            assertThat(reader.troubles()).isEmpty();
        }
    }
}
