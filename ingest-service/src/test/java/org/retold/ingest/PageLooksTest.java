package org.retold.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.TimeoutException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.retold.contract.FirstAddress;
import org.retold.contract.Item;
import org.retold.ingest.http.SiteBudget;
import org.retold.ingest.item.ArticleKey;
import org.retold.ingest.postgres.SiteTurns;

/** An edit of a page shows, though its feed tells the same introduction as before. */
class PageLooksTest {

    private static final Jdbi JDBI = OwnDatabase.create();
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final Duration DAY = Duration.ofHours(24);
    private static final String TODAY = "Sun, 01 Mar 2026 10:00:00 GMT";
    private static final String REPORT = "The crane fell on two lorries on Tuesday, the harbour master told Reuters. ";

    private final PolledFeed feed = new PolledFeed(JDBI);

    @BeforeEach
    void clean() {
        JDBI.useHandle(handle -> handle.execute("truncate ingest.page_looks"));
    }

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void anEditUnderAnUnchangedIntroductionIsSentAsARevision() throws InterruptedException {
        feed.web.with("/crane", "text/html", page("/crane", REPORT, "7 readers"));
        Item first = feed.after(Duration.ZERO, rss(TODAY, "Short.")).getFirst();
        feed.web.with("/crane", "text/html", page("/crane", REPORT + "Two dockers died, police said.", "9 readers"));

        List<Item> items = feed.lookingAgainAfter(TWO_HOURS);

        assertThat(items).singleElement().satisfies(revision -> {
            assertThat(text(revision)).contains("Two dockers died");
            assertThat(revision.knownAs()).isNull();
            assertThat(revision)
                    .usingRecursiveComparison()
                    .ignoringFields("body", "fetched")
                    .isEqualTo(first);
            assertThat(revision.fetched()).isEqualTo(first.fetched().plus(TWO_HOURS));
        });
        assertThat(feed.lookingAgainAfter(DAY)).as("it has not changed since").isEmpty();
    }

    @Test
    void aPageOfWhichOnlyTheRestChangesIsNotSent() throws InterruptedException {
        feed.web.with("/crane", "text/html", page("/crane", REPORT, "7 readers"));
        feed.after(Duration.ZERO, rss(TODAY, "Short."));
        feed.web.with("/crane", "text/html", page("/crane", REPORT, "8 readers and other teasers of other news"));

        assertThat(feed.lookingAgainAfter(TWO_HOURS)).isEmpty();
        assertEquals(1, feed.looks("same"));
    }

    @Test
    void thereAreTwoLooksAndTheyAreConditional() throws InterruptedException {
        Map<String, String> headers = Map.of("ETag", "\"1\"", "Content-Type", "text/html");
        feed.web.with("/crane", 200, headers, page("/crane", REPORT, ""));
        feed.after(Duration.ZERO, rss(TODAY, "Short."));
        feed.web.with("/crane", 304, Map.of(), "");

        assertThat(feed.lookingAgainAfter(TWO_HOURS.minusSeconds(1))).isEmpty();
        assertThat(feed.web.asked("/crane")).hasSize(1);
        feed.lookingAgainAfter(Duration.ofSeconds(1));
        assertThat(feed.web.asked("/crane")).hasSize(2);
        for (int hours = 0; hours < 100; hours++) {
            feed.lookingAgainAfter(Duration.ofHours(1));
        }

        assertThat(feed.web.asked("/crane")).hasSize(3);
        assertThat(feed.web.asked("/crane").getLast().header("If-None-Match")).isEqualTo("\"1\"");
        assertEquals(2, feed.looks("not-modified"));
    }

    @ParameterizedTest
    @CsvSource({
        "'Mon, 23 Feb 2026 10:00:00 GMT', Short.",
        "'', Short.",
        "'Sun, 01 Mar 2026 10:00:00 GMT', whole",
    })
    void oldNewsAndTextsThatStandInTheFeedAreNotLookedAt(String date, String text) throws InterruptedException {
        feed.web.with("/crane", "text/html", page("/crane", REPORT, ""));
        feed.after(Duration.ZERO, rss(date, text.equals("whole") ? REPORT.repeat(30) : text));
        int asked = feed.web.asked("/crane").size();

        feed.lookingAgainAfter(TWO_HOURS);
        feed.lookingAgainAfter(DAY);

        assertThat(feed.web.asked("/crane")).hasSize(asked);
    }

    @Test
    void aLookGivesWayToWhoeverIsAtItsSiteAndIsMadeLater() throws InterruptedException {
        feed.web.with("/crane", "text/html", page("/crane", REPORT, ""));
        feed.after(Duration.ZERO, rss(TODAY, "Short."));
        feed.web.with("/crane", "text/html", page("/crane", REPORT + "Two dockers died.", ""));
        feed.spacing = Duration.ofSeconds(1);
        SiteTurns turns = new SiteTurns(JDBI);
        SiteBudget.Turn theirs = (SiteBudget.Turn) turns.take("127.0.0.1", Duration.ofMinutes(1));

        assertThat(feed.lookingAgainAfter(TWO_HOURS)).isEmpty();
        assertThat(feed.web.asked("/crane")).hasSize(1);
        turns.giveBack("127.0.0.1", theirs, Duration.ZERO);

        assertThat(feed.lookingAgainAfter(Duration.ofMinutes(2))).hasSize(1);
        assertEquals(1, feed.looks("put-off"));
    }

    @Test
    void whatKafkaDidNotTakeIsLookedAtAgain() throws InterruptedException {
        feed.web.with("/crane", "text/html", page("/crane", REPORT, ""));
        feed.after(Duration.ZERO, rss(TODAY, "Short."));
        feed.web.with("/crane", "text/html", page("/crane", REPORT + "Two dockers died.", ""));
        feed.kafka.sendException = new TimeoutException("no broker");
        feed.lookingAgainAfter(TWO_HOURS);
        feed.kafka.sendException = null;

        assertThat(feed.lookingAgainAfter(Duration.ofMinutes(1))).as("too soon").isEmpty();
        assertThat(feed.lookingAgainAfter(Duration.ofMinutes(10))).hasSize(1);
    }

    @Test
    void whatWasTakenDownIsNotLookedAt() throws InterruptedException {
        feed.web.with("/crane", "text/html", page("/crane", REPORT, ""));
        feed.after(Duration.ZERO, rss(TODAY, "Short."));
        feed.barred.add(ArticleKey.of(feed.web.url("/crane")).orElseThrow());

        assertThat(feed.lookingAgainAfter(TWO_HOURS)).isEmpty();
        assertThat(feed.web.asked("/crane")).hasSize(1);
        assertThat(planned()).isZero();
    }

    @Test
    void aPageThatCallsItselfAnotherNameBelongsToItsFirst() throws InterruptedException {
        feed.web.with("/crane", "text/html", page("/crane-falls", REPORT, ""));
        feed.after(Duration.ZERO, rss(TODAY, "Short."));
        feed.web.with("/crane", "text/html", page("/two-die", REPORT + "Two dockers died.", ""));

        assertThat(feed.lookingAgainAfter(TWO_HOURS))
                .extracting(Item::knownAs)
                .containsExactly(new FirstAddress(
                        feed.web.url("/crane"), feed.web.url("/crane"), List.of(feed.web.url("/crane-falls"))));
    }

    @Test
    void anEditThatItsFeedShowsStartsNoFurtherLooks() throws InterruptedException {
        feed.web.with("/crane", "text/html", page("/crane", REPORT, ""));
        feed.after(Duration.ZERO, rss(TODAY, "Short."));
        feed.lookingAgainAfter(TWO_HOURS);
        feed.web.with("/crane", "text/html", page("/crane", REPORT + "Two dockers died.", ""));
        assertThat(feed.after(Duration.ofHours(3), rss(TODAY, "Two died."))).hasSize(1);
        int asked = feed.web.asked("/crane").size();

        assertThat(feed.lookingAgainAfter(DAY)).as("it was sent already").isEmpty();
        assertThat(feed.web.asked("/crane")).hasSize(asked + 1);
        assertThat(planned()).isZero();
    }

    private int planned() {
        return JDBI.withHandle(handle -> handle.createQuery("select count(*) from ingest.page_looks")
                .mapTo(Integer.class)
                .one());
    }

    private static String text(Item item) {
        return new String(
                java.util.Objects.requireNonNull(item.body()).bytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String page(String canonical, String report, String around) {
        return """
                <html><head><link rel=canonical href="%s"></head><body><div>%s</div><h1>Crane falls</h1>
                <div><p>%s</p><p>%s</p></div><div><p>%s</p></div></body></html>
                """.formatted(canonical, around, report.repeat(4), report, around);
    }

    private static String rss(String date, String text) {
        String dated = date.isEmpty() ? "" : "<pubDate>" + date + "</pubDate>";
        return """
                <rss><channel><title>t</title><item><guid isPermaLink="false">1</guid><title>Crane falls</title>
                <link>/crane</link>%s<description>%s</description></item></channel></rss>
                """.formatted(dated, text);
    }
}
