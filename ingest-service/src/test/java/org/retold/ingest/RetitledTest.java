package org.retold.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.retold.contract.FirstAddress;
import org.retold.contract.Item;
import org.retold.ingest.item.ArticleKey;

/** An entry that gets another title, and with it another address, is sent under the address that it had first. */
class RetitledTest {

    private static final Jdbi JDBI = OwnDatabase.create();
    private static final Duration HOUR = Duration.ofHours(4);
    private static final String TEN = "Sun, 01 Mar 2026 10:00:00 GMT";
    private static final String ELEVEN = "Sun, 01 Mar 2026 11:00:00 GMT";
    private static final String TEXT = "Whole text of the report. ".repeat(80);
    private static final String OTHER_TEXT = "Another report altogether. ".repeat(80);

    private final PolledFeed feed = new PolledFeed(JDBI);

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void itsRevisionsBearTheAddressThatItHadFirst() {
        Item first = only(feed.after(Duration.ZERO, rss("?p=1", "Crane falls", "/crane-falls", TEN, TEXT)));
        Item second = only(feed.after(HOUR, rss("?p=1", "Crane falls, two hurt", "/two-hurt", TEN, TEXT + "More.")));
        Item third = only(feed.after(HOUR, rss("?p=1", "Three hurt", "/three-hurt", TEN, TEXT + "And more.")));

        FirstAddress address = new FirstAddress(feed.web.url("/crane-falls"), null, List.of());
        assertThat(first.knownAs()).isNull();
        assertThat(second.url()).isEqualTo(feed.web.url("/two-hurt"));
        assertThat(List.of(second, third)).allSatisfy(revision -> {
            assertThat(revision.knownAs()).isEqualTo(address);
            assertThat(revision.key()).as("in the order of its revisions").isEqualTo(first.key());
        });
    }

    @Test
    void whereNothingMovedNothingIsSaidAboutIt() {
        feed.after(Duration.ZERO, rss("?p=1", "Crane falls", "/crane-falls", TEN, TEXT));

        Item edited = only(feed.after(HOUR, rss("?p=1", "Crane falls", "/crane-falls", TEN, OTHER_TEXT)));

        assertThat(edited.knownAs()).isNull();
    }

    @Test
    void whatThePageCalledItselfCountsAsWell() {
        feed.web
                .with("/?p=1", 302, java.util.Map.of("Location", "/crane"), "")
                .with("/crane", "text/html", page("/crane-falls"));
        feed.after(Duration.ZERO, rss("?p=1", "Crane falls", "/?p=1", TEN, ""));
        feed.web.with("/crane", "text/html", page("/two-hurt"));

        Item edited = only(feed.after(HOUR, rss("?p=1", "Two hurt", "/?p=1", TEN, "")));

        assertThat(edited.knownAs())
                .isEqualTo(new FirstAddress(
                        feed.web.url("/?p=1"), feed.web.url("/crane"), List.of(feed.web.url("/crane-falls"))));
    }

    @Test
    void aPageThatComesAfterItsIntroductionBelongsToIt() {
        feed.web.with("/crane", 503, java.util.Map.of(), "");
        feed.after(Duration.ZERO, rss("?p=1", "Crane falls", "/crane", TEN, "Short."));
        feed.web.with("/crane", "text/html", page("/crane-falls"));

        Item whole = only(feed.after(HOUR, rss("?p=1", "Crane falls", "/crane", TEN, "Short.")));

        assertThat(whole.knownAs()).isEqualTo(new FirstAddress(feed.web.url("/crane"), null, List.of()));
    }

    @Test
    void aFeedThatNumbersItsPlacesTellsAnotherArticleInEach() {
        feed.after(Duration.ZERO, rss("1", "Crane falls", "/crane-falls", TEN, TEXT));

        Item other = only(feed.after(HOUR, rss("1", "Quay reopens", "/quay-reopens", ELEVEN, OTHER_TEXT)));
        Item edited = only(feed.after(HOUR, rss("1", "Quay reopens soon", "/quay-soon", ELEVEN, OTHER_TEXT)));

        assertThat(other.knownAs()).isNull();
        assertThat(other.key())
                .isEqualTo(ArticleKey.of(feed.web.url("/quay-reopens")).orElseThrow());
        assertThat(edited.knownAs()).isEqualTo(new FirstAddress(feed.web.url("/quay-reopens"), null, List.of()));
    }

    @Test
    void anArticleThatIsDatedAnewIsKnownByItsText() {
        feed.after(Duration.ZERO, rss("?p=1", "Crane falls", "/crane-falls", TEN, TEXT));

        Item retitled = only(feed.after(HOUR, rss("?p=1", "Crane fell", "/crane-fell", ELEVEN, TEXT)));

        assertThat(retitled.knownAs()).isEqualTo(new FirstAddress(feed.web.url("/crane-falls"), null, List.of()));
    }

    @Test
    void whatWasTakenDownAtItsFirstAddressIsNotAskedForAtItsNext() {
        feed.web.with("/crane-falls", "text/html", page("/crane-falls"));
        feed.after(Duration.ZERO, rss("?p=1", "Crane falls", "/crane-falls", TEN, ""));
        feed.barred.add(ArticleKey.of(feed.web.url("/crane-falls")).orElseThrow());
        feed.web.with("/two-hurt", "text/html", page("/two-hurt"));
        feed.web.with("/three-hurt", "text/html", page("/three-hurt"));

        assertThat(feed.after(HOUR, rss("?p=1", "Two hurt", "/two-hurt", TEN, "")))
                .isEmpty();
        assertThat(feed.after(HOUR, rss("?p=1", "Three hurt", "/three-hurt", TEN, "")))
                .isEmpty();

        assertThat(feed.web.asked("/two-hurt")).isEmpty();
        assertThat(feed.web.asked("/three-hurt")).isEmpty();
    }

    @Test
    void anEntryOfWhoseFirstAddressNothingIsKnownIsSentAsItIs() {
        feed.after(Duration.ZERO, rss("?p=1", "Crane falls", "/crane-falls", TEN, TEXT));
        JDBI.useHandle(handle -> handle.execute(
                "update ingest.seen_entries set link = null, date = null, text_print = null, first_url = null"));

        Item retitled = only(feed.after(HOUR, rss("?p=1", "Two hurt", "/two-hurt", TEN, OTHER_TEXT)));
        Item again = only(feed.after(HOUR, rss("?p=1", "Three hurt", "/three-hurt", TEN, OTHER_TEXT)));

        assertThat(retitled.knownAs()).isNull();
        assertThat(again.knownAs()).isEqualTo(new FirstAddress(feed.web.url("/two-hurt"), null, List.of()));
    }

    private static Item only(List<Item> items) {
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static String page(String canonical) {
        return "<html><head><link rel=canonical href='%s'></head><body><p>%s</p></body></html>"
                .formatted(canonical, TEXT);
    }

    private static String rss(String guid, String title, String link, String date, String text) {
        return """
                <rss><channel><title>t</title><item><guid isPermaLink="false">%s</guid><title>%s</title>
                <link>%s</link><pubDate>%s</pubDate><description>%s</description></item></channel></rss>
                """.formatted(guid, title, link, date, text);
    }
}
