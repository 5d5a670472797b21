package org.retold.dedupe.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.retold.contract.Credits;
import org.retold.contract.Published;
import org.retold.contract.Published.Precision;
import org.retold.contract.Published.Source;
import org.retold.contract.Story.Origin;
import org.retold.dedupe.article.Arrival;
import org.retold.dedupe.article.Reference;

class CastTest {

    private static final Credits AGENCY =
            new Credits(List.of("Norvik Wire"), List.of("Ada Holm"), null, "2024-02-13", 3);

    @Test
    void theOriginalIsTheEarliestOfThoseThatAreFullEnough() {
        Cast cast = cast(
                article("condensed", 150, "2024-02-13"),
                article("expanded", 1100, "2024-02-15"),
                article("report", 600, "2024-02-14"));

        assertThat(cast.original().id()).isEqualTo("report");
    }

    @Test
    void theAgencyThatMostCreditBrokeIt() {
        Cast cast = cast(
                Newsroom.reference("a", 500, day("2024-02-14"), AGENCY),
                article("b", 500, "2024-02-13"),
                Newsroom.reference("c", 300, day("2024-03-19"), AGENCY));

        Origin origin = cast.origin();

        assertThat(origin.agency()).isEqualTo("Norvik Wire");
        assertThat(origin.reporters()).containsExactly("Ada Holm");
        assertThat(origin.date()).isEqualTo("2024-02-13");
        assertThat(origin.articleId()).isEqualTo("b");
        assertThat(origin.reason())
                .isEqualTo("2 of 3 articles credit Norvik Wire; the fullest early text is by Example of 2024-02-13");
    }

    @Test
    void withoutCreditsTheOriginIsTheFullestEarlyText() {
        Origin origin = cast(article("a", 500, "2024-02-14")).origin();

        assertThat(origin.agency()).isNull();
        assertThat(origin.date()).isEqualTo("2024-02-14");
        assertThat(origin.reason())
                .isEqualTo("No article credits an agency; the fullest early text is by Example of 2024-02-14");
    }

    @Test
    void latenessCountsFromTheExclusivesDate() {
        Cast cast = cast(Newsroom.reference("a", 500, day("2024-02-14"), AGENCY), article("b", 500, "2024-03-19"));

        assertThat(cast.lateBy(day("2024-03-19"))).contains(Duration.ofDays(35));
        assertThat(cast.lateBy(day("2024-02-13"))).isEmpty();
    }

    @Test
    void latenessCountsFromTheEarliestArticleWhenNoExclusiveIsDated() {
        Cast cast = cast(article("a", 500, "2024-02-14"), article("b", 500, "2024-02-17"));

        assertThat(cast.lateBy(day("2024-02-17"))).contains(Duration.ofDays(3));
        assertThat(cast.lateBy(day("2024-02-14"))).isEmpty();
    }

    @Test
    void nobodyIsLateByAMonthThatMayNotHavePassed() {
        Cast cast = cast(Newsroom.reference(
                "a", 500, day("2024-01-20"), new Credits(List.of(), List.of(), null, "2024-01", null)));

        assertThat(cast.lateBy(day("2024-01-20"))).isEmpty();
        assertThat(cast.lateBy(day("2024-02-10"))).contains(Duration.ofDays(10));
        assertThat(cast.lateBy(new Published(Instant.parse("2024-05-01T00:00:00Z"), Precision.MONTH, Source.META)))
                .isEmpty();
    }

    private static Cast cast(Reference... references) {
        return new Cast(IntStream.range(0, references.length)
                .mapToObj(n -> {
                    Arrival arrival = new Arrival(n, Newsroom.NOON.plusSeconds(n));
                    return new ToldArticle(references[n], arrival, arrival, "s", false, List.of(), null);
                })
                .toList());
    }

    private static Reference article(String id, int words, String date) {
        return Newsroom.reference(id, words, day(date), Credits.NONE);
    }

    private static Published day(String date) {
        return new Published(Instant.parse(date + "T00:00:00Z"), Precision.DAY, Source.META);
    }
}
