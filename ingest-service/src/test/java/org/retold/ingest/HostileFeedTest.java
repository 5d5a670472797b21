package org.retold.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.ingest.feed.FeedDocument;
import org.retold.ingest.feed.FeedReader;
import org.retold.ingest.feed.FeedReading;
import org.retold.teststack.fuzz.Bounds;

/** Feeds that mean harm take no more than others of their size. */
class HostileFeedTest {

    private final Web web = Web.open();

    @Test
    void entitiesReachForNothing() {
        String feed = """
                <!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY web SYSTEM "%s">
                <!ENTITY %% outside SYSTEM "%s"> %%outside;]>
                <rss><channel><title>&file;|&web;</title><item><title>&file;</title></item></channel></rss>""".formatted(web.url("/entity"), web.url("/dtd"));

        String read = read(feed).toString();

        assertThat(read).doesNotContain("root:");
        assertThat(web.arrivals()).isEmpty();
        web.close();
    }

    @Test
    void entitiesDoNotGrow() {
        String laughs = IntStream.rangeClosed(1, 9)
                .mapToObj(n -> "<!ENTITY l%d \"%s\">"
                        .formatted(n, "&l%d;".formatted(n - 1).repeat(10)))
                .collect(Collectors.joining());
        String billion = "<!DOCTYPE rss [<!ENTITY l0 \"lol\">" + laughs
                + "]><rss><channel><title>&l9;</title><item><title>&l9;</title></item></channel></rss>";
        String quadratic = "<!DOCTYPE rss [<!ENTITY a \"" + "a".repeat(100_000) + "\">]><rss><channel><title>"
                + "&a;".repeat(100_000) + "</title></channel></rss>";

        assertThat(read(billion)).isNotNull();
        assertThat(read(quadratic)).isNotNull();
    }

    @Test
    void oneHundredThousandEntriesOfAJsonFeedAreReadOrRefused() {
        assertThat(read(jsonFeed(100_000))).isNotNull();
    }

    @Test
    @Tag("long")
    void aMillionEntriesOfAJsonFeedAreReadOrRefused() {
        assertThat(read(jsonFeed(1_000_000))).isNotNull();
    }

    private static String jsonFeed(int entries) {
        return "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"x\",\"items\":["
                + "{},".repeat(entries - 1) + "{}]}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"<item/>", "<entry/>", "<item><link>https://e.example/</link></item>"})
    void ofMoreEntriesThanAnyFeedHasTheFirstAreRead(String entry) {
        ofMoreEntries(entry, 1_000_000);
    }

    @ParameterizedTest
    @Tag("long")
    @ValueSource(strings = {"<item/>", "<entry/>", "<item><link>https://e.example/</link></item>"})
    void ofAsManyAsFiveMebibytesHoldTheFirstAreRead(String entry) {
        ofMoreEntries(entry, 5_000_000);
    }

    private static void ofMoreEntries(String entry, int length) {
        String feed = "<rss><channel><title>x</title>" + entry.repeat(length / entry.length()) + "</channel></rss>";

        assertThat(read(feed))
                .isInstanceOfSatisfying(
                        FeedReading.ReadFeed.class,
                        read -> assertThat(read.entries()).hasSizeBetween(1, 10_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", " ", "-", "1", "1 ", "Mon, ", "<", "&", "&#", "\\", "%", "\u00e9 ", "le ", "a@b.", "(", "a@b ("
            })
    void noPatternIsATrap(String unit) {
        noTrap(unit, 10_000);
    }

    @ParameterizedTest
    @Tag("long")
    @ValueSource(
            strings = {
                "a", " ", "-", "1", "1 ", "Mon, ", "<", "&", "&#", "\\", "%", "\u00e9 ", "le ", "a@b.", "(", "a@b ("
            })
    void noPatternIsATrapForATextSixTimesAsLong(String unit) {
        noTrap(unit, 60_000);
    }

    private static void noTrap(String unit, int length) {
        String text = unit.repeat(length / unit.length()) + "!";

        assertThat(read("<rss><channel><title>%1$s</title><item><title>%1$s</title><link>https://e.example/%1$s</link>"
                                .formatted(text)
                        + "<pubDate>%1$s</pubDate><author>%1$s</author><description>%1$s</description></item></channel></rss>"
                                .formatted(text)))
                .isNotNull();
    }

    private static FeedReading read(String feed) {
        byte[] bytes = feed.getBytes(UTF_8);
        return Bounds.within(
                bytes.length, () -> new FeedReader().read(new FeedDocument(bytes, "https://e.example/f", null, null)));
    }
}
