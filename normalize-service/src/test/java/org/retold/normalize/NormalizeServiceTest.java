package org.retold.normalize;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.retold.contract.Article;
import org.retold.contract.Item;
import org.retold.contract.Rejection;
import org.retold.contract.Topics;
import org.retold.normalize.corpus.Items;
import org.retold.teststack.TestStack;
import org.retold.teststack.TopicProbe;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
@Tag("containers")
class NormalizeServiceTest {

    private static final Instant ACCEPTED = Instant.parse("2026-01-15T12:00:00Z");

    @Test
    void itemsBecomeArticlesAndPoisonBecomesRejections() {
        try (TopicProbe<String, Item> items = TopicProbe.on(Topics.ITEMS);
                TopicProbe<String, Article> articles = TopicProbe.on(Topics.ARTICLES);
                TopicProbe<String, Rejection> rejections = TopicProbe.on(Topics.REJECTIONS)) {
            Item item = Items.feed(
                    "https://example.org/harbour",
                    "Harbour reopens",
                    "2026-01-14T08:00:00Z",
                    "<p>The harbour reopened on Tuesday after three weeks of repairs, officials told Reuters.</p>");

            items.sendPoison("poison", "{", ACCEPTED);
            items.send(item.key(), item, ACCEPTED);

            Article article = articles.awaitValues(1).get(0);
            assertThat(article.title()).isEqualTo("Harbour reopens");
            assertThat(article.credits().agencies()).containsExactly("Reuters");
            assertThat(articles.await(1).get(0).timestamp()).isEqualTo(ACCEPTED.toEpochMilli());
            assertThat(rejections.awaitValues(1).get(0).code()).isEqualTo("not-json");
        }

        when().get("/q/health/ready").then().statusCode(200);
        when().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("retold_normalize_articles_total 1.0"))
                .body(containsString("retold_normalize_rejections_total{reason=\"not-json\"} 1.0"))
                .body(containsString("retold_normalize_extraction_seconds_count 1"));
    }
}
