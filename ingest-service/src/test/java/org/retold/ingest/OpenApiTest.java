package org.retold.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.retold.teststack.TestStack;
import org.retold.teststack.openapi.OpenApiDocument;
import org.retold.teststack.openapi.OpenApiWalk;

/** The OpenAPI document and the service say the same; what the examples name is put there before. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class OpenApiTest {

    private static final String TOKEN = "token-of-the-tests";
    private static final String FEED = "https://harbour.example/feed.xml";
    private static final String NOTHING_NEW =
            "<rss version=\"2.0\"><channel><title>The Harbour</title></channel></rss>";

    @Inject
    Jdbi jdbi;

    private final Web web = Web.open();
    private final OpenApiDocument document = new OpenApiDocument();

    @BeforeEach
    void putThereWhatTheExamplesName() {
        web.with("/feed.xml", "application/rss+xml", NOTHING_NEW);
        String feed = document.example("/components/parameters/feed");
        jdbi.useHandle(handle -> {
            handle.execute(
                    "insert into ingest.feeds (id, url, state, interval_ms, next_poll, added)"
                            + " values (?, ?, 'healthy', 900000, now() + interval '1 day', now())"
                            + " on conflict (id) do update set removed = false",
                    feed,
                    FEED);
            handle.execute(
                    "insert into ingest.subscriptions (id, feed_id, hub, topic, secret, state, next_ask)"
                            + " values (?, ?, 'https://hub.example/', ?, 'secret', 'wanted', now() + interval '1 day')"
                            + " on conflict do nothing",
                    document.exampleParameter("answerHub", "id"),
                    feed,
                    document.exampleParameter("answerHub", "hub.topic"));
            handle.execute(
                    "insert into ingest.takedowns (id, url, article_key, said_by, said_at, announced)"
                            + " values (?, 'https://harbour.example/mast', 'harbour.example/mast', 'operator', now(), true)"
                            + " on conflict (id) do update set lifted = false",
                    document.example("/components/parameters/takedown"));
        });
    }

    @AfterEach
    void close() {
        jdbi.useHandle(handle -> {
            handle.execute("update ingest.feeds set removed = true");
            handle.execute("delete from ingest.takedowns where article_key like 'harbour.example/%'");
        });
        web.close();
    }

    @Test
    void everyCallIsDescribedAndNothingElseIs() {
        List<String> there = new ClassFileImporter()
                .importPackages("org.retold.ingest.rest").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(OpenApiTest::calls)
                        .toList();

        assertThat(document.callNames()).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void everyOperationAndEverythingThatItTakesAndAnswersIsExplainedWithAnExample() {
        walk().expectEverythingExplained();
    }

    @Test
    void everyOperationAnswersItsOwnExamplesAsDocumented() {
        walk().expectExamplesAnswered();
    }

    @Test
    void whatIsNotKnownNotUnderstoodOrNotAllowedIsAnsweredAsDocumented() {
        walk().expectRefusals();
    }

    @Test
    void whateverAParameterSaysIsAWordAndNothingElse() {
        walk().expectHostileWordsAreWords();

        RestAssured.get("/api/v1/feeds/" + document.example("/components/parameters/feed"))
                .then()
                .statusCode(200);
    }

    private OpenApiWalk walk() {
        return new OpenApiWalk(document, TOKEN, body -> body.replace(FEED, web.url("/feed.xml")));
    }

    private static Stream<String> calls(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> verbs(method).map(verb -> {
                    Path path = method.getAnnotation(Path.class);
                    return verb + " " + root + (path == null ? "" : path.value());
                }));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(annotation -> annotation.isAnnotationPresent(HttpMethod.class))
                .map(annotation -> annotation.getAnnotation(HttpMethod.class).value());
    }
}
