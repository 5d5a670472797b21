package org.retold.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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

            Element root = parsed(feed.bytes());

            assertThat(root.getNodeName()).isIn("rss", "feed", "rdf:RDF");
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
    void anIntroductionOnlyFeedKeepsTheTextToItsPages() {
        for (Outlet outlet : newsstand.outlets()) {
            if (outlet.isIntroductionOnly()) {
                assertThat(feed(outlet).text()).doesNotContain("content:encoded>", "<content ");
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
    void everyPageKnowsWhichReportItTells() {
        assertThat(newsstand.gold()).hasSize(DemoContent.bundled().articles().size());
        assertThat(newsstand.gold().values()).anyMatch(Optional::isEmpty).anyMatch(Optional::isPresent);
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
