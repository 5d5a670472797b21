package org.retold.local.redrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.retold.local.redrive.Rejected.Place;
import org.retold.local.redrive.Rejected.Source;
import org.retold.local.redrive.Verdict.Leave;
import org.retold.local.redrive.Verdict.Reason;
import org.retold.local.redrive.Verdict.SendAgain;
import org.retold.local.redrive.Verdict.SendKept;

final class OriginTest {

    private static final String ITEMS = "retold.items.v1";

    @Test
    void aRecordThatStillStandsThereIsSentAgain() {
        Origin origin = new Origin(ITEMS);
        origin.note(7, "site.example/a", OptionalLong.empty());
        origin.note(8, "site.example/b", OptionalLong.empty());

        assertThat(origin.of(rejected(ITEMS, 7, "site.example/a"), 7)).isEqualTo(new SendAgain());
    }

    @Test
    void aRecordIsSentAgainOnceHoweverManyRefusedIt() {
        Origin origin = new Origin(ITEMS);
        origin.note(7, "site.example/a", OptionalLong.empty());
        origin.note(9, "site.example/a", OptionalLong.of(7));

        assertThat(origin.of(rejected(ITEMS, 7, "site.example/a"), 7)).isEqualTo(new Leave(Reason.SENT_BEFORE));
        assertThat(origin.of(rejected(ITEMS, 9, "site.example/a"), 9)).isEqualTo(new SendAgain());
    }

    @Test
    void aRecordThatANewerOneReplacedStaysReplaced() {
        Origin origin = new Origin("retold.articles.v1");
        origin.note(7, "a1/0/3", OptionalLong.empty());
        origin.note(8, "a1/0/4", OptionalLong.empty());

        assertThat(origin.of(rejected("retold.articles.v1", 7, "a1/0/3"), 7)).isEqualTo(new Leave(Reason.OVERTAKEN));
    }

    @Test
    void itemsOfOneSiteAreNotOneArticle() {
        Origin origin = new Origin(ITEMS);
        origin.note(7, "site.example/a", OptionalLong.empty());
        origin.note(8, "site.example/b", OptionalLong.empty());

        assertThat(origin.of(rejected(ITEMS, 7, "site.example/a"), 7)).isEqualTo(new SendAgain());
    }

    @Test
    void noEventReplacesAnother() {
        Origin origin = new Origin("retold.story-events.v1");
        origin.note(7, "story", OptionalLong.empty());
        origin.note(8, "story", OptionalLong.empty());

        assertThat(origin.of(rejected("retold.story-events.v1", 7, "story"), 7)).isEqualTo(new SendAgain());
    }

    @Test
    void whatItsTopicHasNoMoreIsSentAsItWasKept() {
        Origin origin = new Origin(ITEMS);
        Rejected whole = rejected(ITEMS, 7, "key");
        Rejected part = new Rejected(1, "not-json", whole.place(), whole.key(), Optional.empty(), Instant.EPOCH);
        Rejected ofAnotherVersion =
                new Rejected(1, "unknown-version", whole.place(), whole.key(), whole.original(), Instant.EPOCH);

        assertThat(origin.of(whole, 7)).isEqualTo(new SendKept());
        assertThat(origin.of(part, 7)).isEqualTo(new Leave(Reason.GONE));
        assertThat(origin.of(ofAnotherVersion, 7))
                .as("what said so is not kept")
                .isEqualTo(new Leave(Reason.GONE));
    }

    @Test
    void whatWasTakenDownStaysAway() {
        Origin origin = new Origin(ITEMS);
        origin.note(7, null, OptionalLong.empty());
        Rejected rejected =
                new Rejected(1, "taken-down", place(ITEMS, 7), Optional.empty(), Optional.empty(), Instant.EPOCH);

        assertThat(origin.of(rejected, 7)).isEqualTo(new Leave(Reason.TAKEN_DOWN));
    }

    private static Rejected rejected(String topic, long offset, @Nullable String key) {
        return new Rejected(
                1, "not-json", place(topic, offset), Optional.ofNullable(key), Optional.of("ew=="), Instant.EPOCH);
    }

    private static Optional<Place> place(String topic, long offset) {
        return Optional.of(new Place(new Source(topic, 0), offset));
    }
}
