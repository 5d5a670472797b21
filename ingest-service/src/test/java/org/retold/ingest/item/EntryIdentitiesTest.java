package org.retold.ingest.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.retold.ingest.feed.FeedEntry;
import org.retold.ingest.feed.Text;

class EntryIdentitiesTest {

    @Test
    void anEntryThatIsListedTwiceCountsOnce() {
        FeedEntry one = entry("1", "https://e.example/1", "x");

        assertThat(EntryIdentities.of(List.of(one, entry("2", "https://e.example/2", "y"), one)))
                .hasSize(2);
    }

    @Test
    void theGuidIsTheSameThoughTheLinkGrowsParameters() {
        IdentifiedEntry before = only(entry("1", "https://e.example/1", "x"));
        IdentifiedEntry after = only(entry("1", "https://e.example/1?utm_source=feed", "x"));

        assertThat(after.identity()).isEqualTo(before.identity());
        assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
    }

    @Test
    void oneGuidForSeveralArticlesIsNoIdentity() {
        List<IdentifiedEntry> entries = EntryIdentities.of(
                List.of(entry("same", "https://e.example/1", "x"), entry("same", "https://e.example/2", "y")));

        assertThat(entries)
                .extracting(IdentifiedEntry::identity)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void anEditChangesTheFingerprintAndMarkupDoesNot() {
        IdentifiedEntry before = only(entry("1", null, "<p>Two words.</p>"));

        assertThat(only(entry("1", null, "<div><p>Two  words.</p></div>")).fingerprint())
                .isEqualTo(before.fingerprint());
        assertThat(only(entry("1", null, "<p>Three words now.</p>")).fingerprint())
                .isNotEqualTo(before.fingerprint());
    }

    @Test
    void anEntryWithNothingButATextIsKnownByIt() {
        assertThat(only(entry(null, null, "x")).identity())
                .isEqualTo(only(entry(null, null, "x")).identity());
        assertThat(only(entry(null, null, "x")).identity())
                .isNotEqualTo(only(entry(null, null, "y")).identity());
    }

    private static IdentifiedEntry only(FeedEntry entry) {
        return EntryIdentities.of(List.of(entry)).getFirst();
    }

    private static FeedEntry entry(@Nullable String guid, @Nullable String link, String summary) {
        return new FeedEntry(
                guid, link, null, Text.guessed(summary), null, null, null, null, List.of(), List.of(), List.of(), null);
    }
}
