package org.retold.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.ingest.feed.FeedReading.NotAFeed;
import org.retold.ingest.feed.FeedReading.ReadFeed;

class FeedReaderTest {

    private static final String SPIP = """
            <?xml
            version="1.0" encoding="utf-8"?>
            <rss version="2.0"
                xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:atom="http://www.w3.org/2005/Atom">
            <channel xml:lang="fr">
                <title>Le Phare</title>
                <link>https://phare.example/</link>
                <description>L'été à Brest</description>
                <language>fr</language>
                <generator>SPIP - www.spip.net</generator>
                <atom:link href="https://phare.example/spip.php?page=backend" rel="self" type="application/rss+xml" />
                <item xml:lang="fr">
                    <title>Après la tempête</title>
                    <link>https://phare.example/spip.php?article12</link>
                    <guid isPermaLink="true">https://phare.example/spip.php?article12</guid>
                    <dc:date>2024-03-19T07:30:00Z</dc:date>
                    <dc:format>text/html</dc:format>
                    <dc:language>fr</dc:language>
                    <dc:creator>Maëlle Kergoat</dc:creator>
                    <dc:subject>Mer</dc:subject>
                    <dc:subject>Météo</dc:subject>
                    <description>&lt;p&gt;Les bateaux...&lt;/p&gt;</description>
                    <content:encoded>&lt;div class='rss_texte'&gt;&lt;p&gt;Les bateaux sont rentrés.&lt;/p&gt;&lt;/div&gt;</content:encoded>
                    <enclosure url="https://phare.example/IMG/pdf/bulletin.pdf" length="1234" type="application/pdf" />
                    <enclosure url="https://phare.example/IMG/mp3/son.mp3" length="99" type="audio/mpeg" />
                </item>
            </channel>
            </rss>
            """;

    private final FeedReader reader = new FeedReader();

    @Test
    void aSpipFeedIsReadWithItsAccentsInSpiteOfTheBrokenProlog() {
        ReadFeed feed = feed(SPIP.getBytes(UTF_8), null);

        assertThat(plain(feed.title())).isEqualTo("Le Phare");
        assertThat(plain(feed.description())).isEqualTo("L'été à Brest");
        assertThat(feed.language()).isEqualTo("fr");
        assertThat(feed.link()).isEqualTo("https://phare.example/");
        assertThat(plain(feed.entries().getFirst().title())).isEqualTo("Après la tempête");
    }

    @Test
    void aSpipFeedInLatin1IsReadBecauseThePrologIsSearchedAcrossLines() {
        byte[] bytes = SPIP.replace("utf-8", "iso-8859-1").getBytes(ISO_8859_1);

        assertThat(plain(feed(bytes, null).entries().getFirst().title())).isEqualTo("Après la tempête");
    }

    @Test
    void aSpipEntryKeepsItsDateSubjectsAuthorAndLanguage() {
        FeedEntry entry = feed(SPIP.getBytes(UTF_8), null).entries().getFirst();

        assertThat(entry.published()).isNull();
        assertThat(entry.updated()).isEqualTo("2024-03-19T07:30:00Z");
        assertThat(entry.subjects()).containsExactly("Mer", "Météo");
        assertThat(entry.authors()).containsExactly("Maëlle Kergoat");
        assertThat(entry.language()).isEqualTo("fr");
    }

    @Test
    void aPdfEnclosureDoesNotBecomeTheLink() {
        FeedEntry entry = feed(SPIP.getBytes(UTF_8), null).entries().getFirst();

        assertThat(entry.link()).isEqualTo("https://phare.example/spip.php?article12");
        assertThat(entry.enclosures())
                .extracting(FeedEntry.Enclosure::url)
                .containsExactly("https://phare.example/IMG/pdf/bulletin.pdf", "https://phare.example/IMG/mp3/son.mp3");
        assertThat(
                        feed("<rss><channel><item><title>t</title><enclosure url='http://e.example/a.pdf'/></item></channel></rss>")
                                .entries()
                                .getFirst()
                                .link())
                .isNull();
    }

    @Test
    void theFullTextIsTakenBeforeTheDescription() {
        FeedEntry entry = feed(SPIP.getBytes(UTF_8), null).entries().getFirst();

        assertThat(plain(entry.content())).isEqualTo("Les bateaux sont rentrés.");
        assertThat(plain(entry.summary())).isEqualTo("Les bateaux...");
    }

    @Test
    void oldSpipHasABareDateAndNoGuid() {
        FeedEntry entry =
                feed("<?xml version='1.0'?><rss version='0.91'><channel><title>x</title><item><title>y</title>"
                                + "<link>http://vieux.example/article3.html</link><date>2005-01-02T03:04:05Z</date></item></channel></rss>")
                        .entries()
                        .getFirst();

        assertThat(entry.guid()).isNull();
        assertThat(entry.updated()).isEqualTo("2005-01-02T03:04:05Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://phare.example/spip.php?page=rss_forum_article&id_article=12",
                "https://phare.example/?page=rss_forum_article&id_article=12",
                "https://phare.example/spip.php?id_article=12&page=rss_forum_article",
                "https://blog.example/2024/01/post/comments/feed/",
                "https://blog.example/comments/feed",
                "https://blog.example/?feed=comments-rss2",
            })
    void readerCommentsAreNotNews(String url) {
        FeedDocument comments = new FeedDocument(SPIP.getBytes(UTF_8), url, null, null);

        assertThat(reader.read(comments)).isEqualTo(new NotAFeed(ReaderComments.REASON));
    }

    @Test
    void aFeedOfCommentsUnderAnotherAddressIsRecognisedByItsLinks() {
        String comments = "<rss><channel><title>x</title>"
                + "<item><title>Re</title><link>https://phare.example/?article12#forum55</link></item>"
                + "<item><title>Re</title><link>https://phare.example/?article12#forum56</link></item></channel></rss>";

        assertThat(read(comments)).isEqualTo(new NotAFeed(ReaderComments.REASON));
    }

    @Test
    void anAtomFeedPrefersTheAlternatePageAndResolvesItsBase() {
        FeedEntry entry = feed("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://atom.example/news/">
                  <title>Atom</title>
                  <entry xml:base="2024/">
                    <id>tag:atom.example,2024:1</id>
                    <link rel="enclosure" href="report.pdf" type="application/pdf"/>
                    <link rel="self" href="/feed/1.xml"/>
                    <link rel="alternate" type="application/json" href="one.json"/>
                    <link rel="alternate" type="text/html" href="one.html"/>
                    <title type="html">A &amp;amp; B</title>
                    <published>2024-03-19T07:30:00+02:00</published>
                    <updated>2024-03-20T07:30:00+02:00</updated>
                    <author><name>Ann</name><email>ann@atom.example</email></author>
                    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hello <b>there</b></p></div></content>
                    <source><title>Upstream</title></source>
                  </entry>
                </feed>""").entries().getFirst();

        assertThat(entry.link()).isEqualTo("https://atom.example/news/2024/one.html");
        assertThat(entry.guid()).isEqualTo("tag:atom.example,2024:1");
        assertThat(plain(entry.title())).isEqualTo("A & B");
        assertThat(entry.published()).isEqualTo("2024-03-19T07:30:00+02:00");
        assertThat(entry.authors()).containsExactly("Ann");
        assertThat(Objects.requireNonNull(entry.content()).value()).isEqualTo("<p>Hello <b>there</b></p>");
        assertThat(entry.source()).isEqualTo("Upstream");
        assertThat(entry.enclosures())
                .extracting(FeedEntry.Enclosure::url)
                .containsExactly("https://atom.example/news/2024/report.pdf");
    }

    @Test
    void anRdfFeedIsReadThoughItsItemsStandBesideTheChannel() {
        ReadFeed feed = feed("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                    xmlns:dc="http://purl.org/dc/elements/1.1/">
                  <channel rdf:about="https://rdf.example/"><title>RDF</title><link>https://rdf.example/</link></channel>
                  <item rdf:about="https://rdf.example/1"><title>One</title><link>https://rdf.example/1</link>
                    <dc:date>2024-03-19</dc:date></item>
                </rdf:RDF>""");

        assertThat(plain(feed.title())).isEqualTo("RDF");
        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.guid()).isEqualTo("https://rdf.example/1");
            assertThat(entry.updated()).isEqualTo("2024-03-19");
        });
    }

    @Test
    void aFeedNamesItsHub() {
        assertThat(feed("""
                        <rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><link>https://e.example/</link>
                        <atom:link rel="self" href="/all.rss"/><atom:link rel="hub" href="https://hub.example/"/>
                        </channel></rss>""").hub()).isEqualTo(new Hub("https://hub.example/", "https://e.example/all.rss"));
        assertThat(feed("<feed xmlns='http://www.w3.org/2005/Atom'><link rel='hub' href='/hub'/></feed>")
                        .hub())
                .isEqualTo(new Hub("https://e.example/hub", "https://e.example/feed"));
        assertThat(feed("""
                        {"version": "https://jsonfeed.org/version/1.1", "feed_url": "https://e.example/all.json",
                         "hubs": [{"type": "rssCloud", "url": "https://cloud.example/"},
                                  {"type": "WebSub", "url": "https://hub.example/"}], "items": []}""").hub()).isEqualTo(new Hub("https://hub.example/", "https://e.example/all.json"));
        assertThat(feed("<rss><channel><item><link rel='hub' href='/x'/></item></channel></rss>")
                        .hub())
                .as("an entry names none for its feed")
                .isNull();
    }

    @Test
    void aFeedSaysWhenItWantsToBeLeftAlone() {
        ReadFeed feed = feed("""
                <rss><channel><skipHours><hour>0</hour><hour>24</hour><hour> 7 </hour><hour>25</hour></skipHours>
                <skipDays><day>Sunday</day><day>monday</day><day>Caturday</day></skipDays></channel></rss>""");

        assertThat(feed.quiet()).isEqualTo(new QuietTimes(Set.of(0, 7), Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY)));
    }

    @Test
    void jsonFeedsOfBothVersionsAreRead() {
        ReadFeed feed = feed("""
                {"version":"https://jsonfeed.org/version/1.1","title":"J","language":"en","items":[
                 {"id":7,"url":"https://json.example/7","title":"Seven","content_html":"<p>x</p>",
                  "date_published":"2024-03-19T07:30:00-07:00","authors":[{"name":"Ann"}],"tags":["a"]},
                 {"id":"8","external_url":"https://json.example/8","content_text":"1 < 2","author":{"name":"Bob"}}]}""");

        assertThat(feed.entries()).extracting(FeedEntry::guid).containsExactly("7", "8");
        assertThat(feed.entries().getFirst().published()).isEqualTo("2024-03-19T07:30:00-07:00");
        assertThat(feed.entries().getLast().authors()).containsExactly("Bob");
        assertThat(plain(feed.entries().getLast().content())).isEqualTo("1 < 2");
    }

    @Test
    void whatIsNoFeedIsRefusedWithAReason() {
        assertThat(read("")).isEqualTo(new NotAFeed("the document is empty"));
        assertThat(read("<!DOCTYPE html><html><head><title>x</title></head><body>y</body></html>"))
                .isEqualTo(new NotAFeed("it is an HTML page, not a feed"));
        assertThat(read("Just text")).isEqualTo(new NotAFeed("it is not XML and not JSON"));
        assertThat(read("<sitemapindex><sitemap/></sitemapindex>"))
                .isEqualTo(new NotAFeed("its root element <sitemapindex> is no feed"));
        assertThat(read("{\"a\":1}")).isEqualTo(new NotAFeed("it is JSON, but no JSON Feed"));
        assertThat(read("{\"version\":")).isInstanceOf(NotAFeed.class);
    }

    @Test
    void anEmptyFeedIsAFeed() {
        assertThat(feed("<rss version='2.0'><channel><title>Still</title></channel></rss>")
                        .entries())
                .isEmpty();
        assertThat(feed("<rss version='2.0'></rss>").entries()).isEmpty();
        assertThat(feed("<feed xmlns='http://www.w3.org/2005/Atom'/>").entries())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><title>t</title><item><title>A & B</title><link>http://e.example/?a=1&b=2</link></item>",
                "<rss><channel><title>t</title><item><title>A & B</title><link>http://e.example/?a=1&b=2</item></channel></rss>",
                "junk<rss><channel><item><title>A &amp; B</title><link>http://e.example/?a=1&amp;b=2</link></item></channel></rss>",
                "<rss><channel><item><dc:title>A & B</dc:title><link>http://e.example/?a=1&b=2</link></item></rss>",
            })
    void brokenXmlIsMended(String broken) {
        assertThat(feed(broken).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.link()).isEqualTo("http://e.example/?a=1&b=2"));
    }

    @Test
    void aTruncatedFeedGivesWhatIsWhole() {
        String truncated = SPIP.substring(0, SPIP.indexOf("<dc:subject>"));

        assertThat(feed(truncated.getBytes(UTF_8), null).entries().getFirst().authors())
                .containsExactly("Maëlle Kergoat");
    }

    @Test
    void declaredEntitiesReachForNothingAndDoNotGrow() {
        String lookout = """
                <!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
                <rss><channel><title>&file;|&b;</title><item><title>x</title></item></channel></rss>""";

        assertThat(plain(feed(lookout).title())).isEqualTo("&file;|&b;");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"us-ascii", "iso-8859-1", "bogus-8", "utf-16", ""})
    void utf8IsReadAsUtf8WhateverTheTransportSays(String charset) {
        ReadFeed feed = feed(SPIP.getBytes(UTF_8), charset.isEmpty() ? null : charset);

        assertThat(plain(feed.description())).isEqualTo("L'été à Brest");
    }

    @Test
    void otherCharsetsAreFoundByMarkDeclarationTransportOrGuess() {
        String text = "<rss><channel><title>L’été à Brest, déjà l’hiver après les tempêtes</title></channel></rss>";
        Charset windows = Charset.forName("windows-1252");
        byte[] marked = ("\ufeff" + text).getBytes(UTF_16LE);
        byte[] declared = ("<?xml version='1.0' encoding='windows-1252'?>" + text).getBytes(windows);
        byte[] transported = text.getBytes(windows);

        for (ReadFeed feed : new ReadFeed[] {
            feed(marked, null), feed(declared, "utf-8"), feed(transported, "windows-1252"), feed(transported, null)
        }) {
            assertThat(plain(feed.title())).isEqualTo("L’été à Brest, déjà l’hiver après les tempêtes");
        }
    }

    @ParameterizedTest(name = "{0} declared as {1}")
    @CsvSource({
        "windows-1252, UTF-8",
        "windows-1252, windows-1251",
        "windows-1252, ISO-8859-7",
        "windows-1252, koi8-r",
        "windows-1252, us-ascii",
        "windows-1252, no-such-charset",
        "ISO-8859-15, ISO-8859-1",
        "UTF-8, windows-1251",
        "UTF-8, Shift_JIS",
    })
    void aWrongLabelDoesNotDamageTheText(String written, String declared) {
        String title = "L'été à Brest, déjà l'hiver après les tempêtes";
        String text = "<?xml version='1.0' encoding='%s'?><rss><channel><title>%s</title></channel></rss>";
        byte[] bytes = text.formatted(declared, title).getBytes(Charset.forName(written));
        byte[] unlabelled = text.replace(" encoding='%s'", "").formatted(title).getBytes(Charset.forName(written));

        assertThat(plain(feed(bytes, null).title())).isEqualTo(title);
        assertThat(plain(feed(unlabelled, declared).title())).isEqualTo(title);
    }

    @Test
    void aTrueLabelOfAnotherScriptIsBelieved() {
        String title = "Мэр открыл IT-парк в порту";
        byte[] bytes = ("<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>" + title
                        + "</title></channel></rss>")
                .getBytes(Charset.forName("windows-1251"));

        assertThat(plain(feed(bytes, null).title())).isEqualTo(title);
    }

    @Test
    void strayBytesInUtf8AreReadAsWindows1252() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("<rss><channel><title>L’été à Brest, ".getBytes(UTF_8));
        bytes.write("fermé".getBytes(ISO_8859_1));
        bytes.write(" déjà</title></channel></rss>".getBytes(UTF_8));

        assertThat(plain(feed(bytes.toByteArray(), "UTF-8").title())).isEqualTo("L’été à Brest, fermé déjà");
    }

    @Test
    void aFeedSaysHowLongItWantsToBeLeftAlone() {
        assertThat(feed("<rss><channel><ttl>60</ttl></channel></rss>").askAgainAfter())
                .isEqualTo(Duration.ofHours(1));
        assertThat(feed("<rss xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>"
                                + "<sy:updatePeriod>\n hourly </sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel></rss>")
                        .askAgainAfter())
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(feed("<rss><channel><ttl>soon</ttl></channel></rss>").askAgainAfter())
                .isNull();
    }

    @Test
    void entriesMayLackAnythingAtAll() {
        FeedEntry bare = feed("<rss><channel><item/></channel></rss>").entries().getFirst();

        assertThat(bare.link()).isNull();
        assertThat(bare.title()).isNull();
        assertThat(bare.updated()).isNull();
        assertThat(bare.published()).isNull();
    }

    @Test
    void anAbsurdlyDeepFeedIsSurvived() {
        String deep = "<rss><channel><item><title>x</title><description>" + "<b>".repeat(50_000)
                + "</description></item></channel></rss>";

        assertThat(read(deep)).isNotNull();
    }

    private FeedReading read(String text) {
        return reader.read(new FeedDocument(text.getBytes(UTF_8), "https://e.example/feed", null, null));
    }

    private ReadFeed feed(String text) {
        return (ReadFeed) read(text);
    }

    private ReadFeed feed(byte[] bytes, @Nullable String charset) {
        return (ReadFeed) reader.read(new FeedDocument(bytes, "https://e.example/feed", charset, null));
    }

    private static String plain(@Nullable Text text) {
        return text == null ? "" : text.plain();
    }
}
