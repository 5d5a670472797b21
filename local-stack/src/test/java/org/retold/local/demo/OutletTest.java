package org.retold.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.retold.local.demo.Publisher.Cms;
import org.retold.local.demo.Publisher.FeedForm;
import org.w3c.dom.Element;

final class OutletTest {

    private final Newsstand newsstand = Newsstand.of(
            DemoContent.bundled(), publisher -> URI.create("http://%s.example:8090/".formatted(publisher.id())));

    @Test
    void everyFeedIsWellFormedAndLinksToPagesThatExist() throws Exception {
        for (Outlet outlet : newsstand.outlets()) {
            Document feed = feed(outlet);

            if (outlet.publisher().cms() == Cms.JSON_FEED) {
                assertThat(new ObjectMapper().readTree(feed.bytes()).get("items"))
                        .hasSameSizeAs(outlet.entries());
            } else {
                assertThat(parsed(feed.bytes()).getNodeName()).isIn("rss", "feed", "rdf:RDF");
            }
            assertThat(outlet.entries()).isNotEmpty().allSatisfy(entry -> {
                assertThat(feed.text()).contains(Markup.text(outlet.url(entry)));
                assertThat(outlet.at(entry.path())).isPresent();
            });
        }
        assertThat(parsed(newsstand.opml().getBytes(StandardCharsets.UTF_8))
                        .getElementsByTagName("outline")
                        .getLength())
                .isEqualTo(newsstand.outlets().size());
    }

    @Test
    void spipBreaksItsPrologAndClosesItsDescriptionsWithTheSection() {
        String feed = feed(outlet(Cms.SPIP, FeedForm.FULL)).text();

        assertThat(feed).startsWith("<?xml\nversion=\"1.0\" encoding=\"utf-8\"?>");
        assertThat(feed).contains("<generator>SPIP - www.spip.net</generator>", "<dc:date>", "rss_texte");
        assertThat(feed).contains("rel=&quot;directory&quot;", "&amp;nbsp;(...)");
        assertThat(feed).doesNotContain("pubDate", "\u2019", "\u00a0");
    }

    @Test
    void aJsonFeedSaysWhatVersionOnePointOneAsksFor() throws Exception {
        Outlet outlet = outlet(Cms.JSON_FEED, FeedForm.FULL);

        JsonNode feed = new ObjectMapper().readTree(feed(outlet).bytes());

        assertThat(feed.get("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.get("feed_url").asText()).isEqualTo(outlet.feedUrl().toString());
        assertThat(feed.get("language").asText()).isEqualTo("it-IT");
        assertThat(feed.get("items")).allSatisfy(item -> {
            assertThat(item.get("id")).isEqualTo(item.get("url"));
            assertThat(OffsetDateTime.parse(item.get("date_published").asText()))
                    .isNotNull();
            assertThat(item.get("content_html").asText()).startsWith("<p>");
            assertThat(item.get("authors").get(0).get("name").asText()).isNotBlank();
        });
    }

    @Test
    void aSiteWritesItsDatesAndItsFurnitureInItsOwnLanguage() {
        assertThat(firstPage("havelbote")).contains("Veröffentlicht am", " November 2026", "Schreibe einen Kommentar");
        assertThat(firstPage("zeitfenster")).contains("In derselben Rubrik", "Auf diesen Artikel antworten");
        assertThat(firstPage("faro-del-sur")).contains(" de octubre de 2026", "Te puede interesar", "Aviso legal");
        assertThat(firstPage("la-bussola")).contains(" novembre 2026", "Leggi anche", "Lascia un commento", "cookie");
        assertThat(firstPage("le-sentier")).contains("Plan du site", "Voir en ligne :");
        assertThat(firstPage("plain-ledger")).contains(" 2026", "Legal notice");
    }

    @Test
    void anIntroductionOnlyFeedKeepsTheTextToItsPages() {
        for (Outlet outlet : newsstand.outlets()) {
            if (outlet.isIntroductionOnly()) {
                assertThat(feed(outlet).text()).doesNotContain("content:encoded>", "<content ", "content_html");
            }
        }
    }

    @Test
    void aPageHasItsTextAmongNavigationCommentsAndOtherHeadlines() {
        for (Outlet outlet : newsstand.outlets()) {
            for (Entry entry : outlet.entries()) {
                DemoArticle article = entry.article();

                String page = outlet.at(entry.path()).orElseThrow().text();

                assertThat(page).contains(Markup.text(article.title()));
                assertThat(page)
                        .contains(
                                article.paragraphs().stream().map(Markup::text).toList());
                assertThat(article.related())
                        .allSatisfy(title -> assertThat(page).contains(Markup.text(title)));
                assertThat(article.comments())
                        .allSatisfy(comment -> assertThat(page).contains(Markup.text(comment.text())));
                assertThat(page).doesNotContain("{{");
            }
        }
    }

    @Test
    void aLatin1SiteEncodesWhatLatin1Lacks() throws Exception {
        Outlet outlet = outlet(Cms.RDF, FeedForm.INTRODUCTION);

        Document feed = feed(outlet);

        assertThat(feed.charset()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(new String(feed.bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("?\u00a0")
                .contains("&#8217;");
        assertThat(parsed(feed.bytes()).getTextContent())
                .contains(outlet.entries().getFirst().article().title());
    }

    @Test
    void everyArticleHasAnAddressOfItsOwn() {
        assertThat(newsstand.articles().values())
                .containsExactlyInAnyOrderElementsOf(DemoContent.bundled().articles());
    }

    private String firstPage(String publisher) {
        Outlet outlet = newsstand.outlets().stream()
                .filter(candidate -> candidate.publisher().id().equals(publisher))
                .findFirst()
                .orElseThrow();
        return outlet.at(outlet.entries().getFirst().path()).orElseThrow().text();
    }

    private Outlet outlet(Cms cms, FeedForm form) {
        return newsstand.outlets().stream()
                .filter(outlet ->
                        outlet.publisher().cms() == cms && outlet.publisher().feed() == form)
                .findFirst()
                .orElseThrow();
    }

    private static Document feed(Outlet outlet) {
        URI url = outlet.feedUrl();
        return outlet.at(url.getRawQuery() == null ? url.getPath() : url.getPath() + "?" + url.getRawQuery())
                .orElseThrow();
    }

    private static Element parsed(byte[] bytes) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getDocumentElement();
    }
}
