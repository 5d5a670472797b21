package org.retold.normalize.takedown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.retold.contract.Article;
import org.retold.contract.Credits;
import org.retold.contract.Publisher;
import org.retold.contract.Removal;
import org.retold.contract.Takedown;
import org.retold.normalize.article.ArticleId;
import org.retold.normalize.corpus.Items;

class SearchTest {

    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    private static final String URL = "https://example.org/crane";

    private final Takedowns takedowns = new Takedowns();

    @Test
    void anArticleIsMeantWhoseAddressWasNamedInAnySpelling() {
        Search search = searchFor("http://www.example.org/crane/?utm_source=mail#top");

        assertThat(search.of(article(idOf(URL), URL), Optional.empty())).contains("t1");
        assertThat(search.of(article(idOf("https://example.org/quay"), "https://example.org/quay"), Optional.empty()))
                .isEmpty();
        assertThat(search.articleIds("t1")).containsExactly(idOf(URL));
    }

    @Test
    void anArticleOfAnotherNameIsMeantThatWasMadeOfANamedLink() {
        Search search = searchFor("https://example.org/feed-link/12");
        Place place = new Place(3, 41);

        search.of(Items.feed("https://example.org/feed-link/12", "Crane", null, "<p>Text.</p>"), place);

        assertThat(search.of(article(idOf(URL), URL), Optional.of(place))).contains("t1");
        assertThat(search.of(article(idOf(URL), URL), Optional.of(new Place(3, 90))))
                .as("another revision of it")
                .contains("t1");
        assertThat(search.articleIds("t1")).contains(idOf(URL));
        assertThat(search.lastItems()).containsEntry(3, 90L);
    }

    @Test
    void thePageThatALinkLedToIsMeantToo() {
        Search search = searchFor(URL);

        assertThat(search.of(Items.page(URL, "<p>Text.</p>"), new Place(0, 7))).contains("t1");
        assertThat(search.of(Items.page("https://example.org/quay", "<p>Text.</p>"), new Place(0, 8)))
                .isEmpty();
        assertThat(search.lastItems()).containsEntry(0, 7L);
    }

    @Test
    void whatWasReportedIsMeantAndWhatIsRemovedIsNotLookedFor() {
        takedowns.say(new Takedown("t1", "https://example.org/feed-link/12", "operator", NOON, null));
        takedowns.report(new Removal("t1", List.of(idOf(URL)), Removal.State.REMOVING, NOON));

        assertThat(takedowns.bars(idOf(URL))).isTrue();
        assertThat(new Search(takedowns.open()).of(article(idOf(URL), URL), Optional.empty()))
                .contains("t1");

        takedowns.report(new Removal("t1", List.of(idOf(URL)), Removal.State.REMOVED, NOON));

        assertThat(takedowns.bars(idOf(URL))).isTrue();
        assertThat(takedowns.open()).isEmpty();

        takedowns.lift("t1");

        assertThat(takedowns.bars(idOf(URL))).isFalse();
        assertThat(takedowns.outlived()).containsExactly("t1");
    }

    private Search searchFor(String url) {
        takedowns.say(new Takedown("t1", url, "operator", NOON, null));
        return new Search(takedowns.open());
    }

    private static String idOf(String url) {
        return ArticleId.of(url).orElseThrow();
    }

    private static Article article(String id, String url) {
        return new Article(
                id,
                "r1",
                Article.Completeness.FULL,
                url,
                null,
                null,
                new Publisher("example.org", "The Example"),
                "Crane falls",
                List.of("The crane fell."),
                null,
                "en",
                List.of(),
                List.of(),
                Credits.NONE,
                NOON);
    }
}
