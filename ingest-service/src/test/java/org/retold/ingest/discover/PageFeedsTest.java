package org.retold.ingest.discover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.retold.ingest.feed.FeedDocument;

class PageFeedsTest {

    @Test
    void aPageNamesItsFeed() {
        assertThat(feeds("<link rel='Alternate home' type='Application/RSS+xml; charset=utf-8' href='rss.php'>"))
                .containsExactly("https://news.example/fr/rss.php");
    }

    @Test
    void theFeedOfEverythingComesBeforeThoseOfAPart() {
        assertThat(feeds("""
                        <link rel=alternate type=application/rss+xml href=/category/sport/feed/>
                        <link rel=alternate type=application/atom+xml href=/atom>
                        <link rel=alternate type=application/feed+json href=/feed.json>"""))
                .containsExactly(
                        "https://news.example/atom",
                        "https://news.example/feed.json",
                        "https://news.example/category/sport/feed/");
    }

    @Test
    void feedsOfCommentsAndOtherAlternatesAreNone() {
        assertThat(feeds("""
                        <link rel=alternate type=application/rss+xml title="News &raquo; Comments Feed" href=/c>
                        <link rel=alternate type=application/rss+xml title="Fil de commentaires" href=/d>
                        <link rel=alternate type=application/rss+xml href=/comments/feed/>
                        <link rel=alternate type=application/rss+xml href="/spip.php?page=rss_forum_article&id_article=1">
                        <link rel=alternate type=application/json+oembed href=/oembed>
                        <link rel=alternate hreflang=en href=/en/>
                        <link rel=alternate type=application/rss+xml href="mailto:a@news.example">"""))
                .noneMatch(address -> address.matches(".*(/c|/d|comments.*|forum.*|oembed|/en/|mailto.*)"));
    }

    @Test
    void aSpipPageThatNamesNoFeedHasItsBackend() {
        List<String> backend =
                List.of("https://news.example/fr/spip.php?page=backend", "https://news.example/spip.php?page=backend");

        assertThat(feeds("<meta name=generator content='SPIP 4.2.1'>")).isEqualTo(backend);
        assertThat(feeds("<a href='spip.php?article12'>12</a>")).isEqualTo(backend);
    }

    @Test
    void aWordPressPageThatNamesNoFeedHasItsFeed() {
        assertThat(feeds("<meta name=generator content='WordPress 6.5'>"))
                .containsExactly("https://news.example/feed/");
        assertThat(feeds("<img src='https://news.example/wp-content/uploads/1.jpg'>"))
                .containsExactly("https://news.example/feed/");
    }

    @Test
    void aLinkToAFeedIsBetterThanNothing() {
        assertThat(feeds("<a href='/contact'>Contact</a> <a href='/actualites.rss'>Flux</a> <a href='/feeds/'>RSS</a>"))
                .containsExactly("https://news.example/actualites.rss", "https://news.example/feeds/");
    }

    @Test
    void addressesRelateToTheBaseOfThePage() {
        assertThat(feeds("<base href='https://cdn.example/x/'><link rel=alternate type=application/rss+xml href=rss>"))
                .containsExactly("https://cdn.example/x/rss");
    }

    @Test
    void aPageNamesNoMoreThanAFewThatAreTried() {
        assertThat(feeds("<link rel=alternate type=application/rss+xml href=/1>"
                        + "<a href='/a.rss'></a><a href='/b.rss'></a><a href='/c.rss'></a><a href='/d.rss'></a>"
                        + "<a href='/e.rss'></a><a href='/f.rss'></a>"))
                .hasSize(5)
                .startsWith("https://news.example/1");
    }

    @Test
    void aPageWithoutAnythingNamesNone() {
        assertThat(feeds("<p>Bonjour</p>")).isEmpty();
        assertThat(feeds("")).isEmpty();
        assertThat(feeds("<link rel=alternate type=application/rss+xml href='https://news.example/fr/'>"))
                .as("the page itself")
                .isEmpty();
    }

    private static List<String> feeds(String html) {
        return PageFeeds.of(new FeedDocument(
                ("<!DOCTYPE html><html>" + html + "</html>").getBytes(UTF_8),
                "https://news.example/fr/",
                "x-none",
                null));
    }
}
