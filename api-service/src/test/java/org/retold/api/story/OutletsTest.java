package org.retold.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.retold.contract.Published;
import org.retold.contract.Published.Precision;
import org.retold.contract.Publisher;
import org.retold.contract.Story;

final class OutletsTest {

    private static final Instant EIGHT = Instant.parse("2024-02-13T08:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2024-02-13T00:00:00Z");

    @Test
    void whoIsKnownToHaveBeenBeforeTheOthersIsFirstWhateverArrivedFirst() {
        assertThat(Outlets.of(List.of(
                        telling("late.example", 1, EIGHT.plus(Duration.ofMinutes(150)), Precision.SECOND),
                        telling("early.example", 2, EIGHT, Precision.MINUTE))))
                .containsExactly(
                        outlet("early.example", 1, true, null),
                        outlet("late.example", 1, false, Duration.ofMinutes(150)));
    }

    @Test
    void aDateWithoutATimeCountsAsItsEndAndHasNoLag() {
        assertThat(Outlets.of(List.of(
                        telling("day.example", 1, MIDNIGHT, Precision.DAY),
                        telling("minute.example", 2, EIGHT, Precision.MINUTE))))
                .containsExactly(outlet("minute.example", 1, true, null), outlet("day.example", 1, false, null));
        assertThat(Outlets.of(List.of(
                                telling("next.example", 1, EIGHT.plus(Duration.ofDays(1)), Precision.MINUTE),
                                telling("day.example", 2, MIDNIGHT, Precision.DAY)))
                        .getFirst()
                        .id())
                .isEqualTo("day.example");
    }

    @Test
    void whereNoDateIsKnownArrivalDecides() {
        assertThat(Outlets.of(List.of(
                        new Telling(new Publisher("b.example", "B"), 1, null, List.of()),
                        new Telling(new Publisher("a.example", "A"), 2, null, List.of()))))
                .extracting(OutletInStory::id)
                .containsExactly("b.example", "a.example");
    }

    @Test
    void whatAPublisherTellsAgainCountsAsOneOutletByItsFirst() {
        List<OutletInStory> outlets = Outlets.of(List.of(
                telling("a.example", 1, EIGHT, Precision.MINUTE),
                credited("b.example", 2, EIGHT.plus(Duration.ofHours(5)), "Reuters", "AFP"),
                credited("b.example", 3, EIGHT.plus(Duration.ofHours(2)), "Reuters")));

        assertThat(outlets.getLast().articles()).isEqualTo(2);
        assertThat(outlets.getLast().lag()).isEqualTo(Duration.ofHours(2));
        assertThat(outlets.getLast().credits())
                .containsExactly(new Story.Count("Reuters", 2), new Story.Count("AFP", 1));
    }

    private static OutletInStory outlet(String host, int articles, boolean first, @Nullable Duration lag) {
        return new OutletInStory(host, "P", articles, first, lag, List.of());
    }

    private static Telling telling(String host, long arrival, Instant at, Precision precision) {
        return new Telling(
                new Publisher(host, "P"), arrival, new Published(at, precision, Published.Source.FEED), List.of());
    }

    private static Telling credited(String host, long arrival, Instant at, String... agencies) {
        return new Telling(
                new Publisher(host, "P"),
                arrival,
                new Published(at, Precision.SECOND, Published.Source.FEED),
                List.of(agencies));
    }
}
