package org.retold.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retold.local.postgres.PostgresServer;
import org.retold.local.postgres.PostgresSettings;

/** The settings of the JDBC sink and its SQL, on a real Kafka, Kafka Connect and PostgreSQL. */
final class JdbcSinkTest {

    private static final String PASSWORD = "only for this test";

    private static final String USER = "retold";
    private static final String SAMPLE = "9e107d9d372bb6826bd81d3542a419d6";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    @TempDir
    Path directory;

    @Test
    void snapshotsBecomeRowsOfTheViews() throws Exception {
        try (PostgresServer server =
                        PostgresServer.start(new PostgresSettings(directory.resolve("data"), 0, PASSWORD, false));
                Connection connection = DriverManager.getConnection(server.jdbcUrl(), USER, PASSWORD);
                Topic topic = new Topic(directory.resolve("kafka"))) {
            connection.createStatement().execute(Page.blocks("sql").getFirst());
            topic.write(Topic.sample(), Topic.story("ended", 8, 1, 1));
            topic.writeAndAbort(Topic.story("never", 9, 1, 1));
            topic.write(Topic.story("absorbed", 7, 2, 0)
                    .put("mergedInto", "9e10")
                    .set("articles", JsonNodeFactory.instance.arrayNode()));

            try (ConnectWorker worker =
                    ConnectWorker.start(directory.resolve("worker"), topic.kafka(), database(server))) {
                await(worker, connection, "select id from standing_stories order by id", SAMPLE, "ended");
                topic.end("ended");
                await(worker, connection, "select id from standing_stories", SAMPLE);
            }

            assertThat(rows(connection, "select id, story is null from retold_stories order by id"))
                    .containsExactly(SAMPLE + "|f", "absorbed|f", "ended|t");
            assertThat(rows(connection, """
                    select id, version, headline, agency, article_count, first_published at time zone 'UTC'
                    from standing_stories"""))
                    .containsExactly(
                            SAMPLE
                                    + "|2|Le chantier naval de Kervallon vendu à un fonds norvégien|Reuters|2|2026-10-06 07:30:00");
            assertThat(rows(connection, """
                    select story_id, publisher, language, relation, score, late_by from story_articles
                    order by relation"""))
                    .containsExactly(
                            SAMPLE + "|Le Courrier du Port|fr|original|1|null",
                            SAMPLE + "|Harbour Post|en|translation|0.97|96:00:00");
        }
    }

    @Test
    void everyFieldThatTheViewsNameIsInTheSchema() throws IOException {
        String schema = Files.readString(
                Page.ROOT.resolve("contract/src/main/resources/org/retold/contract/schema/story.json"));
        List<String> fields = Pattern.compile("->>? '([A-Za-z]+)'")
                .matcher(Page.blocks("sql").getFirst())
                .results()
                .map(field -> field.group(1))
                .toList();

        assertThat(fields)
                .hasSizeGreaterThan(15)
                .allSatisfy(field -> assertThat(schema).contains("\"%s\": {".formatted(field)));
    }

    /** The page's settings, at this database. */
    private static Map<String, String> database(PostgresServer server) {
        String shown = ConnectWorker.sinkSettings().getProperty("connection.url");
        String parameters = shown.substring(shown.indexOf('?') + 1);
        return Map.of(
                "connection.url",
                server.jdbcUrl() + (server.jdbcUrl().contains("?") ? "&" : "?") + parameters,
                "connection.username",
                USER,
                "connection.password",
                PASSWORD);
    }

    private static void await(ConnectWorker worker, Connection connection, String query, String... expected)
            throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!rows(connection, query).equals(List.of(expected))) {
            assertThat(System.nanoTime())
                    .as("in time; the worker said:\n%s", worker.lastWords())
                    .isLessThan(deadline);
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = connection.createStatement().executeQuery(query)) {
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", columns));
            }
        }
        return rows;
    }
}
