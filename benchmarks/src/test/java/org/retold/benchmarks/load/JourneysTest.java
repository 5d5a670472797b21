package org.retold.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.retold.benchmarks.topology.MadeNews;

final class JourneysTest {

    private static final long SECOND = 1_000_000_000L;

    private final Journeys journeys = new Journeys();

    @Test
    void aJourneyLastsFromAcceptanceUntilItIsToldFirst() {
        journeys.expect("a");
        journeys.accepted("a", SECOND);
        journeys.told("a", 3 * SECOND);
        journeys.told("a", 9 * SECOND);

        assertThat(journeys.secondsOfAcceptedWithin(0, 2 * SECOND)).containsExactly(2);
        assertThat(journeys.arrived()).isEqualTo(1);
    }

    @Test
    void whatIsToldBeforeTheAnswerIsHereTookNoTime() {
        journeys.expect("a");
        journeys.told("a", SECOND);
        journeys.accepted("a", 2 * SECOND);

        assertThat(journeys.secondsOfAcceptedWithin(0, 3 * SECOND)).containsExactly(0);
    }

    @Test
    void onlyWhatWasAcceptedWithinTheTimeCounts() {
        journeys.expect("a");
        journeys.accepted("a", SECOND);
        journeys.told("a", 2 * SECOND);
        journeys.expect("lost");
        journeys.told("never sent", SECOND);

        assertThat(journeys.secondsOfAcceptedWithin(SECOND + 1, 5 * SECOND)).isEmpty();
        assertThat(journeys.expected()).isEqualTo(2);
        assertThat(journeys.arrived()).isEqualTo(1);
    }

    @Test
    void aSubmissionIsAPageEachTenthTimeAndAFeedsContentOtherwise() {
        MadeNews news = new MadeNews(1);

        assertThat(Submission.of(news, 0).line()).hasSizeBetween(80_000, 95_000).contains("\"html\"");
        assertThat(Submission.of(news, 1).line()).hasSizeBetween(2_000, 6_000).contains("\"text\"");
        assertThat(Submission.of(news, 1).articleId())
                .hasSize(32)
                .isNotEqualTo(Submission.of(news, 2).articleId());
    }
}
