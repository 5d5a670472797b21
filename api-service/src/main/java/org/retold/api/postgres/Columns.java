package org.retold.api.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Json;

/** How our values lie in columns. */
final class Columns {

    private Columns() {}

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static Instant requiredInstant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Text without the one character that PostgreSQL does not take. */
    static @Nullable String text(@Nullable String text) {
        return text == null ? null : text.replace('\0', ' ');
    }

    /** As PostgreSQL writes an array, for columns of many arrays. */
    static String array(Collection<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    static @Nullable String json(@Nullable Object value) {
        byte[] bytes = Json.write(value);
        return bytes == null ? null : new String(bytes, UTF_8);
    }

    static <T> @Nullable T read(Class<T> type, ResultSet row, String column) throws SQLException {
        String json = row.getString(column);
        return json == null ? null : Json.read(type, json.getBytes(UTF_8));
    }

    static <T> T read(TypeReference<T> type, ResultSet row, String column) throws SQLException {
        try {
            return Json.MAPPER.readValue(row.getString(column), type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
