package org.retold.api.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.retold.api.outlet.Outlet;
import org.retold.api.story.ArticleDetail;
import org.retold.api.story.LookupResult;
import org.retold.api.story.Statistics;
import org.retold.api.story.StoryDetail;
import org.retold.api.story.StoryNotice;

/**
 * Says in the OpenAPI document what holds for every answer: each field is there, and those that may be null are the ones
 * that are so in the record.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class AnswerSchemas implements OASFilter {

    private static final List<Class<?>> ANSWERS = List.of(
            StoryList.class,
            StoryDetail.class,
            StoryHistory.class,
            StoryNotice.class,
            ArticleDetail.class,
            LookupResult.class,
            Statistics.class,
            FeedList.class,
            PublisherList.class,
            Outlet.class,
            CorrectionList.class,
            GivenCorrections.class,
            WebhookList.class,
            WebhookSecret.class,
            DeliveryPage.class);

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<Class<?>> seen = new HashSet<>();
        for (Class<?> answer : ANSWERS) {
            complete(answer, schemas, seen);
        }
    }

    private static void complete(Class<?> type, Map<String, Schema> schemas, Set<Class<?>> seen) {
        if (!type.isRecord() || !seen.add(type)) {
            return;
        }
        Schema schema = schemas.get(type.getSimpleName());
        for (RecordComponent component : type.getRecordComponents()) {
            if (schema != null && schema.getProperties() != null) {
                complete(component, schema);
            }
            named(component.getAnnotatedType()).forEach(part -> complete(part, schemas, seen));
        }
    }

    private static void complete(RecordComponent component, Schema schema) {
        Schema property = schema.getProperties().get(component.getName());
        if (property == null) {
            return;
        }
        List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
        if (!required.contains(component.getName())) {
            schema.addRequired(component.getName());
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            schema.addProperty(component.getName(), orNull(property));
        }
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() == null) {
            List<Schema.SchemaType> types = new ArrayList<>(schema.getType() == null ? List.of() : schema.getType());
            if (!types.isEmpty() && !types.contains(Schema.SchemaType.NULL)) {
                types.add(Schema.SchemaType.NULL);
                schema.setType(types);
            }
            return schema;
        }
        return OASFactory.createSchema()
                .addAnyOf(OASFactory.createSchema().ref(schema.getRef()))
                .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
    }

    /** The classes that a type names, also those of its elements. */
    private static Stream<Class<?>> named(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType whole) {
            return Stream.of(whole.getAnnotatedActualTypeArguments()).flatMap(AnswerSchemas::named);
        }
        return type.getType() instanceof Class<?> named ? Stream.of(named) : Stream.empty();
    }
}
