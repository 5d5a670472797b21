package org.retold.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The shipped JSON Schemas by record. */
final class Schemas {

    /** File name without extension to record. */
    static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            Map.entry("item", Item.class),
            Map.entry("article", Article.class),
            Map.entry("story", Story.class),
            Map.entry("story-event", StoryEvent.class),
            Map.entry("evidence", Evidence.class),
            Map.entry("correction", Correction.class),
            Map.entry("feed-status", FeedStatus.class),
            Map.entry("takedown", Takedown.class),
            Map.entry("removal", Removal.class),
            Map.entry("lookup", Lookup.class),
            Map.entry("lookup-answer", LookupAnswer.class),
            Map.entry("rejection", Rejection.class));

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(uri -> uri.startsWith("urn:retold:")
                    ? text(uri.substring("urn:retold:".length(), uri.length() - ":v1".length()))
                    : null)));

    private Schemas() {}

    static JsonSchema of(Class<?> record) {
        return FACTORY.getSchema(json(nameOf(record)));
    }

    static JsonNode json(String name) {
        try {
            return Json.MAPPER.readTree(text(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String nameOf(Class<?> record) {
        return RECORDS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(record))
                .findAny()
                .orElseThrow()
                .getKey();
    }

    private static String text(String name) {
        try (InputStream in = requireNonNull(Schemas.class.getResourceAsStream("schema/" + name + ".json"), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
