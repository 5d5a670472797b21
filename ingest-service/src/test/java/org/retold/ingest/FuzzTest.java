package org.retold.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
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
import org.retold.teststack.fuzz.Corpus;
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

    private static final Mutations DAMAGES = new Mutations(MARKUP);
    private static final Corpus FEEDS = Corpus.of("feeds");
    private static final Corpus LISTS = Corpus.of("lists-of-feeds");
    private static final Corpus PUSHES = Corpus.of("pushes");

    @BeforeContainer
    static void readersAreLoaded() {
        FEEDS.inputs().forEach(FuzzTest::read);
    }

    @Example
    void everyFeedIsReadOrRefused() {
        FEEDS.inputs().forEach(this::aDamagedFeedIsReadOrRefused);
    }

    @Property(tries = 400)
    void aDamagedFeedIsReadOrRefused(@ForAll("damagedFeeds") byte[] feed) {
        assertThat(FEEDS.read(feed, () -> read(feed))).isNotNull();
    }

    @Provide
    Arbitrary<byte[]> damagedFeeds() {
        return FEEDS.damaged(DAMAGES);
    }

    @Example
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

    @Example
    void aPageThatIsNestedInItselfIsReadInOneWalk() {
        for (String unit : List.of(
                "<span><div>x",
                "<div><span>x<p>",
                "<p>x<a>y",
                "<b><i><div>text ",
                "<table><tr><td><span>z",
                "<a href=x><div>x")) {
            byte[] page = unit.repeat(ItemBody.MAX_BYTES / unit.length()).getBytes(UTF_8);
            ItemBody body = ItemBody.of(ItemBody.Origin.PAGE, "text/html", "utf-8", "https://e.example/1", page);

            PageFacts facts = Bounds.within(page.length, () -> PageFacts.of(body));

            assertThat(facts.claims()).as(unit).isEmpty();
        }
    }

    @Property(tries = 800)
    void anyDateIsReadAsADateOrNotAtAll(@ForAll("datesAlmost") String text) {
        Optional<String> date = Bounds.within(text.length(), () -> FeedDate.read(text));

        date.ifPresent(iso -> assertThat(iso).matches("-?\\d{4,}(-\\d\\d(-\\d\\d(T.*([+-]\\d\\d:\\d\\d|Z))?)?)?"));
    }

    @Provide
    Arbitrary<String> datesAlmost() {
        Mutations mutations = new Mutations(
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
        return Arbitraries.randomValue(random -> mutations.ofTokens(random, 12));
    }

    @Property(tries = 800)
    void theKeyOfAnAddressIsItsOwnKey(@ForAll("addressesAlmost") String url) {
        Optional<String> key = Bounds.within(url.length(), () -> ArticleKey.of(url));

        key.ifPresent(found -> assertThat(ArticleKey.of("https://" + found)).contains(found));
    }

    @Provide
    Arbitrary<String> addressesAlmost() {
        Mutations mutations = new Mutations(
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
        return Arbitraries.randomValue(random -> mutations.ofTokens(random, 12));
    }

    @Example
    void everyListOfFeedsIsReadOrRefused() {
        LISTS.inputs().forEach(this::aDamagedListOfFeedsIsReadOrRefused);
    }

    @Property(tries = 300)
    void aDamagedListOfFeedsIsReadOrRefused(@ForAll("damagedLists") byte[] list) {
        assertThat(LISTS.read(list, () -> OpmlReader.read(list))).isNotNull();
    }

    @Provide
    Arbitrary<byte[]> damagedLists() {
        return LISTS.damaged(DAMAGES);
    }

    @Example
    void everyPushIsTakenOrRefused() {
        PUSHES.inputs().forEach(this::aDamagedPushIsTakenOrRefused);
    }

    @Property(tries = 300)
    void aDamagedPushIsTakenOrRefused(@ForAll("damagedPushes") byte[] line) {
        assertThat(PUSHES.read(line, () -> PushLine.read(line, Instant.parse("2026-03-01T12:00:00Z"))))
                .isNotNull();
    }

    @Provide
    Arbitrary<byte[]> damagedPushes() {
        return PUSHES.damaged(
                new Mutations("{", "}", "\"", "[", "]", ":", ",", "\\u0000", "\\ud800", "null", "1e999", "\n"));
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
