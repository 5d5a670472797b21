package org.retold.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code and schema say the same: names, types, what is required, and which values an enum takes. */
class SchemasMatchTheRecordsTest {

    static Stream<Class<?>> records() {
        return Schemas.RECORDS.values().stream();
    }

    @ParameterizedTest
    @MethodSource("records")
    void theSchemaOfARecordIsItsComponents(Class<?> record) {
        JsonNode schema = Schemas.json(Schemas.nameOf(record));

        List<String> differences = new ArrayList<>();
        compare(record, schema, schema, record.getSimpleName(), differences);

        assertThat(differences).isEmpty();
    }

    private static void compare(
            Class<?> record, JsonNode object, JsonNode document, String path, List<String> differences) {
        List<String> properties = names(object.get("properties"));
        List<String> components = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        List<String> present = Arrays.stream(record.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
        differ(path + ": properties", properties, components, differences);
        differ(path + ": required", texts(object.get("required")), present, differences);
        for (RecordComponent component : record.getRecordComponents()) {
            JsonNode property = object.at("/properties/" + component.getName());
            if (!property.isMissingNode()) {
                compareType(
                        component.getGenericType(), property, document, path + "." + component.getName(), differences);
            }
        }
    }

    private static void compareType(
            Type type, JsonNode property, JsonNode document, String path, List<String> differences) {
        if (type instanceof ParameterizedType list) {
            differ(path, property.path("type").asText(), "array", differences);
            compareType(list.getActualTypeArguments()[0], property.path("items"), document, path + "[]", differences);
        } else if (type instanceof Class<?> known && known.isRecord()) {
            String reference = property.path("$ref").asText();
            if (reference.startsWith("urn:")) {
                differ(path, reference, "urn:retold:" + Schemas.nameOf(known) + ":v1", differences);
            } else {
                compare(known, document.at(reference.substring(1)), document, path, differences);
            }
        } else if (type instanceof Class<?> known && known.isEnum()) {
            differ(path, texts(property.get("x-extensible-enum")), valuesOf(known), differences);
        } else {
            differ(path, property.path("type").asText(), jsonType(type), differences);
        }
    }

    private static String jsonType(Type type) {
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "integer";
        }
        if (type == double.class) {
            return "number";
        }
        if (type == boolean.class) {
            return "boolean";
        }
        assertThat(type).isIn(String.class, Instant.class, Duration.class);
        return "string";
    }

    /** The wire names, without the one that stands for what a newer writer may send. */
    private static List<String> valuesOf(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> field.isEnumConstant() && !field.getName().equals("UNKNOWN"))
                .map(field -> field.getAnnotation(JsonProperty.class).value())
                .toList();
    }

    private static void differ(String path, Object actual, Object expected, List<String> differences) {
        if (!actual.equals(expected)) {
            differences.add("%s: schema says %s, code says %s".formatted(path, actual, expected));
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(@Nullable JsonNode array) {
        return array == null
                ? List.of()
                : StreamSupport.stream(array.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }
}
