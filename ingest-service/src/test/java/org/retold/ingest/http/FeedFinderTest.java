package org.retold.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.retold.ingest.Web;
import org.retold.ingest.feed.FeedReader;
import org.retold.ingest.http.FeedFinder.Finding;
import org.retold.outbound.AddressGuard;
import org.retold.outbound.Bounds;
import org.retold.outbound.Gate.Word;
import org.retold.outbound.OutboundClient;

class FeedFinderTest {

    private static final String FEED = "<rss><channel><title>t</title></channel></rss>";

    private final Web web = Web.open();
    private final OutboundClient client = new OutboundClient(new AddressGuard(true), Bounds.USUAL, "Retold/test");

    @AfterEach
    void close() {
        client.close();
        web.close();
    }

    @Test
    void aFeedIsItself() throws InterruptedException {
        web.with("/feed", "text/html", FEED);

        assertThat(find("/feed")).isEqualTo(new Finding.Feed(web.url("/feed")));
    }

    @Test
    void ofSeveralThatAPageNamesTheFirstThatIsOneIsTaken() throws InterruptedException {
        web.with("/", "text/html", page("/dead", "/page", "/feed", "/other"))
                .with("/page", "text/html", page())
                .with("/feed", "application/rss+xml", FEED)
                .with("/other", "application/rss+xml", FEED);

        assertThat(find("/")).isEqualTo(new Finding.Feed(web.url("/feed")));
        assertThat(web.asked("/other")).isEmpty();
    }

    @Test
    void aSpipSiteThatNamesNoFeedIsReadAtItsBackend() throws InterruptedException {
        web.with("/", "text/html", "<!DOCTYPE html><html><meta name=generator content='SPIP 4.2'></html>")
                .with("/spip.php?page=backend", "application/rss+xml", FEED);

        assertThat(find("/")).isEqualTo(new Finding.Feed(web.url("/spip.php?page=backend")));
    }

    @Test
    void aWordPressSiteThatNamesNoFeedIsReadAtItsFeed() throws InterruptedException {
        web.with("/blog", "text/html", "<!DOCTYPE html><html><img src='/wp-content/1.png'></html>")
                .with("/feed/", "application/rss+xml", FEED);

        assertThat(find("/blog")).isEqualTo(new Finding.Feed(web.url("/feed/")));
    }

    @Test
    void aPageWithoutAnyHasNone() throws InterruptedException {
        web.with("/", "text/html", page());

        assertThat(find("/")).isEqualTo(new Finding.None("it is an HTML page, not a feed, and it names none"));
    }

    @Test
    void whatIsNeitherOrIsNotThereIsNotJudged() throws InterruptedException {
        web.with("/json", "application/json", "{}").with("/gone", 410, Map.of(), "");

        assertThat(find("/json")).isEqualTo(new Finding.Unknown());
        assertThat(find("/gone")).isEqualTo(new Finding.Unknown());
    }

    @Test
    void whoHasNoTimeLeftTakesThePageAtItsWord() throws InterruptedException {
        web.with("/", "text/html", page("/feed"));

        assertThat(finder(Duration.ZERO).find(web.url("/"))).isEqualTo(new Finding.Feed(web.url("/feed")));
        assertThat(web.asked("/feed")).isEmpty();
    }

    private Finding find(String path) throws InterruptedException {
        return finder(Duration.ofMinutes(1)).find(web.url(path));
    }

    private FeedFinder finder(Duration patience) {
        return new FeedFinder(client, url -> new Word.Go(silence -> {}), new FeedReader(), 1 << 20, patience);
    }

    private static String page(String... feeds) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html><head>");
        for (String feed : feeds) {
            html.append("<link rel='alternate' type='application/rss+xml' href='%s'>".formatted(feed));
        }
        return html.append("</head></html>").toString();
    }
}
