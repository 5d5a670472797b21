package org.retold.ingest.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.retold.ingest.OwnDatabase;
import org.retold.ingest.poll.Feed;
import org.retold.ingest.poll.PollPlan;

@Tag("containers")
class FeedStoreTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final String AHEAD = "https://ahead.example/feed";
    private static final String ON_TIME = "https://on-time.example/feed";

    private static final Jdbi JDBI = OwnDatabase.create();

    private final FeedStore feeds = new FeedStore(JDBI, "a", LEASE, url -> Optional.empty());

    @BeforeEach
    void addTwo() {
        JDBI.useHandle(handle -> handle.execute("truncate ingest.feeds cascade"));
        for (String url : List.of(AHEAD, ON_TIME)) {
            feeds.add(url, null, null, new PollPlan(NOON, QUARTER, "it was just added"), NOON);
        }
        polled(ON_TIME, NOON);
    }

    @Test
    void aFeedThatWasPolledByAClockThatWasAnHourAheadKeepsItsPause() {
        polled(AHEAD, NOON.plus(Duration.ofHours(1)));

        assertThat(feeds.takeUpSetBackClock(NOON)).isEqualTo(1);
        assertThat(feeds.takeUpSetBackClock(NOON)).isZero();

        assertThat(dueAt(NOON.plus(QUARTER).minusSeconds(1))).isEmpty();
        assertThat(dueAt(NOON.plus(QUARTER))).containsExactlyInAnyOrder(AHEAD, ON_TIME);
    }

    @Test
    void whatAnInstanceHeldWhenItDiedWithItsClockAheadIsTakenOver() {
        polled(AHEAD, NOON.minus(QUARTER));
        assertThat(new FeedStore(JDBI, "dead", LEASE, url -> Optional.empty())
                        .leaseDue(1, NOON.plus(Duration.ofHours(1))))
                .extracting(Feed::url)
                .containsExactly(AHEAD);

        assertThat(feeds.takeUpSetBackClock(NOON)).isEqualTo(1);

        assertThat(dueAt(NOON.plus(LEASE).minusSeconds(1))).isEmpty();
        assertThat(dueAt(NOON.plus(LEASE))).containsExactly(AHEAD);
    }

    @Test
    void clocksOfInstancesMayDifferByAMinute() {
        polled(AHEAD, NOON.plusSeconds(59));

        assertThat(feeds.takeUpSetBackClock(NOON)).isZero();
        assertThat(dueAt(NOON.plus(QUARTER).plusSeconds(58))).containsExactly(ON_TIME);
    }

    private static void polled(String url, Instant at) {
        JDBI.useHandle(handle -> handle.execute(
                "update ingest.feeds set last_polled = ?, next_poll = ? where url = ?", at, at.plus(QUARTER), url));
    }

    private List<String> dueAt(Instant moment) {
        return feeds.leaseDue(10, moment).stream().map(Feed::url).toList();
    }
}
