package org.retold.api;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.retold.api.ExcerptsOverHttpTest.BeginningsOnly;
import org.retold.teststack.TestStack;

@QuarkusTest
@TestProfile(BeginningsOnly.class)
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class ExcerptsOverHttpTest {

    /** As {@code RETOLD_API_TEXTS} sets it. */
    public static final class BeginningsOnly implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("retold.api.texts", "excerpt");
        }
    }

    private static final String TEXT = "The grain deal was signed on Monday. " + "Both sides said so. ".repeat(20);

    @Test
    void ofEveryArticleOnlyTheBeginningIsGivenOutAlsoWhereTwoAreSideBySide() {
        try (Topicful topics = new Topicful()) {
            topics.send(Newsroom.article("ex1", "Grain deal signed", "en", TEXT + "Undisclosed.", "Undisclosed."));
            topics.send(Newsroom.article("ex2", "Grain agreement", "en", TEXT + "Undisclosed."));
            topics.send(Newsroom.story("ex", 1, 900, 1, "ex1", "ex2"));
            topics.send(Newsroom.evidence("ex2", "ex1", "ex"));
            Topicful.awaitTrue(() -> get("/stories/ex").body().asString().contains("<mark>"));

            var shown = get("/api/v1/articles/ex1").then().statusCode(200).body("excerpt", equalTo(true));
            String text = shown.extract().path("paragraphs[0]");

            assertThat(shown.extract().<Integer>path("paragraphs.size()")).isEqualTo(1);
            assertThat(text).startsWith("The grain deal").hasSizeBetween(280, 300);
            assertThat(TEXT).startsWith(text);
            assertThat(get("/stories/ex").body().asString()).doesNotContain("Undisclosed");
        }
    }
}
