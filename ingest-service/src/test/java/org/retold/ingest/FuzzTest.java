package org.retold.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.contract.ItemBody;
import org.retold.ingest.feed.FeedDate;
import org.retold.ingest.feed.FeedDocument;
import org.retold.ingest.feed.FeedReader;
import org.retold.ingest.feed.FeedReading;
import org.retold.ingest.feed.FeedReading.ReadFeed;
import org.retold.ingest.item.ArticleKey;
import org.retold.ingest.item.EntryIdentities;
import org.retold.ingest.item.EntryText;
import org.retold.ingest.item.PageFacts;
import org.retold.ingest.opml.OpmlReader;
import org.retold.ingest.push.PushLine;
import org.retold.teststack.fuzz.Bounds;
import org.retold.teststack.fuzz.Mutations;

/** Damaged input is read or refused, in bounded time and memory. */
class FuzzTest {

    private static final String[] MARKUP = {
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<item>",
        "</item>",
        "<entry xmlns='http://www.w3.org/2005/Atom'>",
        "<!DOCTYPE r [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]>",
        "&c;",
        "&nbsp;",
        "&#x110000;",
        "&#xD800;",
        "\u0000",
        "<?xml version='1.0' encoding='utf-16'?>",
        "<?xml encoding='x-none'?>",
        "xml:base='http://[::1'",
        "\ufeff",
        "<content type='application/octet-stream' mode='base64'>",
        "<link href='//'/>",
        "<pubDate>99</pubDate>",
        "{",
        "\"items\":[",
        "<description>&lt;p&gt;",
        "<a href=\"",
        "<title type='xhtml'>",
        "(...)",
        "\u202e",
        "\ud83d"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                <?xml
                version="1.0" encoding="utf-8"?>
                <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
                  xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel xml:lang="fr">
                <title>Le Port</title><link>https://port.example/</link><generator>SPIP - www.spip.net</generator>
                <item xml:lang="fr"><title>Le tramway revient</title>
                <link>https://port.example/spip.php?article12</link>
                <guid isPermaLink="true">https://port.example/spip.php?article12</guid>
                <dc:date>2024-03-19T10:11:12Z</dc:date><dc:creator>Jeanne Exemple</dc:creator>
                <dc:subject>Ville</dc:subject><description>&lt;p&gt;Le tramway &amp;nbsp;(...)&lt;/p&gt; -
                &lt;a href="x" rel="directory"&gt;Ville&lt;/a&gt;</description>
                <content:encoded>&lt;div class='rss_texte'&gt;&lt;p&gt;Le texte.&lt;/p&gt;&lt;/div&gt;</content:encoded>
                <enclosure url="https://port.example/a.pdf" length="12" type="application/pdf"/></item>
                <item><title>Autre</title><guid isPermaLink="false">https://port.example/?p=3</guid>
                <pubDate>Tue, 19 Mar 2024 10:11:12 +0100</pubDate></item></channel></rss>""",
                """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://port.example/"><title>Port</title>
                <entry><id>tag:port.example,2024:1</id><title type="html">A &amp;lt;b&amp;gt;</title><link href="a"/>
                <updated>2024-03-19T10:11:12+01:00</updated><summary type="xhtml"><div
                xmlns="http://www.w3.org/1999/xhtml"><p>The tram</p></div></summary><author><name>A</name></author>
                </entry></feed>""",
                """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
                <channel rdf:about="x"><title>T</title><skipHours><hour>3</hour></skipHours><ttl>60</ttl></channel>
                <item rdf:about="y"><title>U</title><link>https://port.example/y</link></item></rdf:RDF>""",
                """
                {"version": "https://jsonfeed.org/version/1.1", "title": "Port", "items": [{"id": 1, "url":
                "https://port.example/1", "content_html": "<p>x</p>", "date_published": "2024-03-19T10:11:12Z",
                "authors": [{"name": "A"}], "tags": ["t"], "attachments": [{"url": "u", "mime_type": "v"}]}]}""",
            })
    void aDamagedFeedIsReadOrRefused(String feed) {
        Mutations mutations = new Mutations(feed.length(), MARKUP);
        for (int i = 0; i < 100; i++) {
            byte[] bytes = mutations.of(feed);

            FeedReading reading = Bounds.within(bytes.length, () -> read(bytes));

            assertThat(reading).isNotNull();
        }
    }

    @Test
    void depthLengthAndNumberDoNotMatter() {
        String item = "<item><title>a</title><link>https://e.example/%d</link></item>";
        for (String feed : List.of(
                "<rss><channel><item><description>" + "<a>".repeat(100_000),
                "<rss><channel><item><title " + "a='b' ".repeat(50_000) + ">x</title></item></channel></rss>",
                "<rss><channel><item><title>" + "&amp;lt;".repeat(50_000) + "</title></item></channel></rss>",
                "<rss><channel>" + item.repeat(10_000) + "</channel></rss>",
                "<rss><channel><item><description>" + "The post ".repeat(30_000)
                        + "</description></item></channel></rss>",
                "<rss><channel><item><pubDate>" + "1 ".repeat(100_000) + "</pubDate></item></channel></rss>",
                "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":" + "[".repeat(100_000))) {
            assertThat(Bounds.within(feed.length(), () -> read(feed.getBytes(UTF_8))))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<span><div>x",
                "<div><span>x<p>",
                "<p>x<a>y",
                "<b><i><div>text ",
                "<table><tr><td><span>z",
                "<a href=x><div>x"
            })
    void aPageThatIsNestedInItselfIsReadInOneWalk(String unit) {
        byte[] page = unit.repeat(ItemBody.MAX_BYTES / unit.length()).getBytes(UTF_8);
        ItemBody body = ItemBody.of(ItemBody.Origin.PAGE, "text/html", "utf-8", "https://e.example/1", page);

        PageFacts facts = Bounds.within(page.length, () -> PageFacts.of(body));

        assertThat(facts.claims()).isEmpty();
    }

    @Test
    void anyDateIsReadAsADateOrNotAtAll() {
        Mutations mutations = new Mutations(
                1,
                "2024",
                "03",
                "19",
                "-",
                "/",
                ".",
                ":",
                " ",
                "T",
                "Z",
                "+01:00",
                "-0500",
                "EST",
                "Tue, ",
                "mardi",
                "mars",
                "Mar",
                "10:11:12",
                "99",
                "-0312",
                "년",
                "월",
                "오후",
                "Ιούλ",
                "július",
                "W12",
                "\u00a0",
                "AM",
                "0",
                "24:00",
                "GMT");
        for (int i = 0; i < 800; i++) {
            String text = mutations.ofTokens(12);

            Optional<String> date = Bounds.within(text.length(), () -> FeedDate.read(text));

            date.ifPresent(iso ->
                    assertThat(iso).as(text).matches("-?\\d{4,}(-\\d\\d(-\\d\\d(T.*([+-]\\d\\d:\\d\\d|Z))?)?)?"));
        }
    }

    @Test
    void theKeyOfAnAddressIsItsOwnKey() {
        Mutations mutations = new Mutations(
                2,
                "http",
                "https",
                "://",
                "e.example",
                "www.",
                "/",
                "?",
                "&",
                "#",
                "a=b",
                "utm_source=x",
                ":80",
                ":",
                "@",
                "%",
                "%2F",
                "é",
                "[::1]",
                "..",
                ";jsessionid=1",
                " ",
                "\\",
                "xn--",
                "\u3002",
                "spip.php?article12",
                "\u0000");
        for (int i = 0; i < 800; i++) {
            String url = mutations.ofTokens(12);

            Optional<String> key = Bounds.within(url.length(), () -> ArticleKey.of(url));

            key.ifPresent(found ->
                    assertThat(ArticleKey.of("https://" + found)).as(url).contains(found));
        }
    }

    @Test
    void aDamagedListOfFeedsIsReadOrRefused() {
        Mutations mutations = new Mutations(3, MARKUP);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = mutations.of("""
                    <?xml version="1.0" encoding="ISO-8859-1"?><opml version="2.0"><head><title>Mes flux</title></head>
                    <body><outline text="Presse"><outline text="Bretagne"><outline type="rss" title="Le Port"
                    xmlUrl="https://port.example/feed?a=1&amp;b=2"/></outline></outline></body></opml>""");

            assertThat(Bounds.within(bytes.length, () -> OpmlReader.read(bytes)))
                    .isNotNull();
        }
    }

    @Test
    void aDamagedPushIsTakenOrRefused() {
        Mutations mutations =
                new Mutations(4, "{", "}", "\"", "[", "]", ":", ",", "\\u0000", "\\ud800", "null", "1e999", "\n");
        for (int i = 0; i < 300; i++) {
            byte[] line = mutations.of("""
                    {"url":"https://e.example/1","title":"T","text":"Un texte.","published":"2024-03-19T10:11:12Z",\
                    "language":"fr","authors":["A"],"subjects":["S"],"externalId":"7"}""");

            assertThat(Bounds.within(line.length, () -> PushLine.read(line, Instant.parse("2026-03-01T12:00:00Z"))))
                    .isNotNull();
        }
    }

    private static FeedReading read(byte[] bytes) {
        FeedReading reading =
                new FeedReader().read(new FeedDocument(bytes, "https://port.example/feed", "iso-8859-1", null));
        if (reading instanceof ReadFeed feed) {
            EntryIdentities.of(feed.entries()).forEach(entry -> EntryText.of(entry.entry()));
        }
        return reading;
    }
}
