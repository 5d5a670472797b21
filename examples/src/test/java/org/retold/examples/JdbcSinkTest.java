package org.retold.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.storage.Converter;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retold.local.postgres.PostgresServer;
import org.retold.local.postgres.PostgresSettings;

/** The settings of the JDBC sink and its SQL, on a real PostgreSQL; only the connector is done by hand. */
final class JdbcSinkTest {

    private static final String PASSWORD = "only for this test";

    @TempDir
    Path directory;

    @Test
    void snapshotsBecomeRowsOfTheViews() throws Exception {
        Properties sink = settings();
        try (PostgresServer server =
                        PostgresServer.start(new PostgresSettings(directory.resolve("data"), 0, PASSWORD, false));
                Connection connection = connect(server, sink)) {
            connection.createStatement().execute(Page.blocks("sql").getFirst());

            upsert(
                    connection,
                    sink,
                    "9e107d9d372bb6826bd81d3542a419d6",
                    Topic.sample().toString());
            upsert(
                    connection,
                    sink,
                    "absorbed",
                    Topic.story("absorbed", 7, 2, 0)
                            .put("mergedInto", "9e10")
                            .set("articles", JsonNodeFactory.instance.arrayNode())
                            .toString());
            upsert(connection, sink, "ended", Topic.story("ended", 8, 1, 1).toString());
            upsert(connection, sink, "ended", null);

            assertThat(rows(connection, """
                    select id, version, headline, agency, article_count, first_published at time zone 'UTC'
                    from standing_stories"""))
                    .containsExactly(
                            "9e107d9d372bb6826bd81d3542a419d6|2|"
                                    + "Le chantier naval de Kervallon vendu à un fonds norvégien|Reuters|2|2026-10-06 07:30:00");
            assertThat(rows(connection, """
                    select story_id, publisher, language, relation, score, late_by from story_articles
                    order by relation"""))
                    .containsExactly(
                            "9e107d9d372bb6826bd81d3542a419d6|Le Courrier du Port|fr|original|1|null",
                            "9e107d9d372bb6826bd81d3542a419d6|Harbour Post|en|translation|0.97|96:00:00");
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

    /** What the connector makes of a record by these settings: its converters, its transformation, its statement. */
    private static void upsert(Connection connection, Properties sink, String id, @Nullable String value)
            throws Exception {
        SchemaAndValue key = convert(sink.getProperty("key.converter"), true, id);
        SchemaAndValue story = convert(sink.getProperty("value.converter"), false, value);
        SinkRecord record = new SinkRecord(Topic.NAME, 0, key.schema(), key.value(), story.schema(), story.value(), 0);
        Struct row = (Struct) transformed(sink, record).value();
        List<String> columns = new ArrayList<>();
        columns.add(sink.getProperty("pk.fields"));
        row.schema().fields().forEach(field -> columns.add(field.name()));
        assertThat(columns).containsExactly("id", "story");
        String sql = "insert into %s (%s) values (?, ?) on conflict (%s) do update set %s = excluded.%s"
                .formatted(
                        sink.getProperty("table.name.format"),
                        String.join(", ", columns),
                        columns.getFirst(),
                        columns.getLast(),
                        columns.getLast());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, (String) record.key());
            statement.setString(2, row.getString(columns.getLast()));
            statement.executeUpdate();
        }
    }

    private static SchemaAndValue convert(String converter, boolean isKey, @Nullable String text) throws Exception {
        Converter used = Class.forName(converter)
                .asSubclass(Converter.class)
                .getConstructor()
                .newInstance();
        used.configure(Map.of(), isKey);
        return used.toConnectData(Topic.NAME, text == null ? null : text.getBytes(UTF_8));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static SinkRecord transformed(Properties sink, SinkRecord record) throws Exception {
        String name = "transforms." + sink.getProperty("transforms");
        Transformation transformation = Class.forName(sink.getProperty(name + ".type"))
                .asSubclass(Transformation.class)
                .getConstructor()
                .newInstance();
        transformation.configure(Map.of("field", sink.getProperty(name + ".field")));
        return (SinkRecord) transformation.apply(record);
    }

    /** To the database of the test, with the parameters that the settings ask for. */
    private static Connection connect(PostgresServer server, Properties sink) throws SQLException {
        String wanted = sink.getProperty("connection.url");
        String parameters = wanted.substring(wanted.indexOf('?') + 1);
        return DriverManager.getConnection(
                server.jdbcUrl() + (server.jdbcUrl().contains("?") ? "&" : "?") + parameters, "retold", PASSWORD);
    }

    private static Properties settings() throws IOException {
        Properties settings = new Properties();
        settings.load(new StringReader(Page.blocks("properties").getFirst()));
        return settings;
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
