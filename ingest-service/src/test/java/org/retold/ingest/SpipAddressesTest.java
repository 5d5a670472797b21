package org.retold.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.retold.contract.FirstAddress;
import org.retold.contract.Item;

/** A SPIP site changes the addresses of all its articles at once, links and guids alike, whenever its webmaster likes. */
class SpipAddressesTest {

    private static final Jdbi JDBI = OwnDatabase.create();
    private static final Duration HOURS = Duration.ofHours(4);
    private static final String TEN = "2026-03-01T10:00:00Z";
    private static final String ELEVEN = "2026-03-01T11:00:00Z";
    private static final String CRANE = "La grue du quai nord est tombée mardi matin sur deux camions. ".repeat(30);
    private static final String QUAY = "Le quai sud rouvre lundi, après deux ans de travaux, dit le port. ".repeat(30);

    private final PolledFeed feed = new PolledFeed(JDBI);

    @AfterEach
    void close() {
        feed.close();
    }

    private record Entry(String link, String title, String date, String text) {

        Entry at(String other) {
            return new Entry(other, title, date, text);
        }

        Entry telling(String otherTitle, String otherText) {
            return new Entry(link, otherTitle, date, otherText);
        }
    }

    private static final Entry FALLS = new Entry("/spip.php?article12", "La grue tombe", TEN, CRANE);
    private static final Entry REOPENS = new Entry("/spip.php?article13", "Le quai rouvre", ELEVEN, QUAY);

    @Test
    void cleanAddressesForAllThatIsToldBringNothingNew() {
        assertThat(feed.after(Duration.ZERO, spip(FALLS, REOPENS))).hasSize(2);

        assertThat(feed.after(HOURS, spip(FALLS.at("/La-grue-tombe"), REOPENS.at("/Le-quai-rouvre"))))
                .isEmpty();
        assertThat(feed.stored().lastOutcome()).isEqualTo("read: nothing new");

        assertThat(feed.after(HOURS, spip(FALLS, REOPENS))).as("and back").isEmpty();
        assertThat(feed.after(HOURS, spip(FALLS.at("/article12.html"), REOPENS.at("/article13.html"))))
                .as("and on")
                .isEmpty();
    }

    @Test
    void anEditAfterwardsIsARevisionOfWhatCameUnderTheNumber() {
        feed.after(Duration.ZERO, spip(FALLS, REOPENS));
        feed.after(HOURS, spip(FALLS.at("/La-grue-tombe"), REOPENS.at("/Le-quai-rouvre")));

        List<Item> edits = feed.after(
                HOURS,
                spip(
                        FALLS.at("/La-grue-tombe").telling("La grue tombe, deux blessés", CRANE + "Deux blessés."),
                        REOPENS.at("/Le-quai-rouvre")));

        assertThat(edits).singleElement().satisfies(edit -> {
            assertThat(edit.url()).isEqualTo(feed.web.url("/La-grue-tombe"));
            assertThat(edit.knownAs()).isEqualTo(at("/spip.php?article12"));
            assertThat(edit.key()).isEqualTo(feed.items().getFirst().key());
        });
    }

    @Test
    void aTitleThatChangesWithTheAddressIsARevision() {
        feed.after(Duration.ZERO, spip(FALLS, REOPENS));

        List<Item> edits = feed.after(
                HOURS, spip(FALLS.at("/Deux-blesses").telling("Deux blessés", CRANE), REOPENS.at("/Le-quai-rouvre")));

        assertThat(edits).extracting(Item::knownAs).containsExactly(at("/spip.php?article12"));
    }

    @Test
    void whatIsNewAmongThemIsSent() {
        feed.after(Duration.ZERO, spip(FALLS));

        List<Item> items = feed.after(HOURS, spip(REOPENS.at("/Le-quai-rouvre"), FALLS.at("/La-grue-tombe")));

        assertThat(items).extracting(Item::url).containsExactly(feed.web.url("/Le-quai-rouvre"));
        assertThat(items.getFirst().knownAs()).isNull();
    }

    @Test
    void twoThatTellTheSameStayTwoWhileBothAreTold() {
        Entry copy = FALLS.at("/spip.php?article14");

        assertThat(feed.after(Duration.ZERO, spip(FALLS))).hasSize(1);
        assertThat(feed.after(HOURS, spip(FALLS, copy))).hasSize(1);
        assertThat(feed.after(HOURS, spip(FALLS.at("/La-grue-tombe"), copy.at("/La-grue-tombe-bis"))))
                .as("both renamed")
                .isEmpty();
        assertThat(feed.after(
                        HOURS, spip(FALLS.at("/La-grue-tombe"), copy.at("/La-grue-tombe-bis"), FALLS.at("/autre"))))
                .as("and a third")
                .hasSize(1);
    }

    @Test
    void whoLeftTheFeedDoesNotSwallowWhoTellsAnotherTextOrAtAnotherMinute() {
        feed.after(Duration.ZERO, spip(FALLS));

        Entry later = new Entry("/La-grue-tombe", FALLS.title(), ELEVEN, CRANE);
        Entry other = new Entry("/Autre", "Autre chose", TEN, QUAY);

        assertThat(feed.after(HOURS, spip(later, other)))
                .extracting(Item::knownAs)
                .containsExactly(null, null);
    }

    @Test
    void anEntryWithoutADateIsNotJoinedToOneThatLeft() {
        String undated = "<rss><channel><item><title>Revue de presse</title><link>%s</link>"
                + "<description>Comme chaque jour.</description></item></channel></rss>";
        feed.after(Duration.ZERO, undated.formatted("/spip.php?article20"));

        assertThat(feed.after(HOURS, undated.formatted("/spip.php?article21"))).hasSize(1);
    }

    @Test
    void aPageThatWasStillToComeComesUnderTheNewAddress() {
        Entry brief = FALLS.telling(FALLS.title(), "La grue du quai nord est tombée mardi matin, dit le port (...)");
        feed.web.with("/spip.php?article12", 503, java.util.Map.of(), "");
        feed.after(Duration.ZERO, spip(brief));
        feed.web.with("/La-grue-tombe", "text/html", "<html><body><p>" + CRANE + "</p></body></html>");

        List<Item> whole = feed.after(HOURS, spip(brief.at("/La-grue-tombe")));

        assertThat(whole).extracting(Item::knownAs).containsExactly(at("/spip.php?article12"));
    }

    private FirstAddress at(String path) {
        return new FirstAddress(feed.web.url(path), null, List.of());
    }

    private String spip(Entry... entries) {
        return Stream.of(entries)
                .map(entry -> """
                        <item xml:lang="fr"><title>%s</title><link>%s</link>
                        <guid isPermaLink="true">%s</guid><dc:date>%s</dc:date><dc:format>text/html</dc:format>
                        <dc:language>fr</dc:language><description>%s</description></item>
                        """.formatted(
                                entry.title(),
                                feed.web.url(entry.link()),
                                feed.web.url(entry.link()),
                                entry.date(),
                                entry.text()))
                .collect(Collectors.joining(
                        "",
                        "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
                                + "<title>Le Port</title><language>fr</language>",
                        "</channel></rss>"));
    }
}
