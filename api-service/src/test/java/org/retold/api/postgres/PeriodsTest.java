package org.retold.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.retold.api.story.Sort;
import org.retold.api.story.StoryFilter;
import org.retold.api.story.StoryQuery;

/** Three thousand articles in thirty days, one each 14 minutes and 24 seconds. */
final class PeriodsTest {

    private static final StoryQuery FIRST_PAGE = new StoryQuery(StoryFilter.ALL, Sort.UPDATED, 20, null);

    private final TestDatabase database = TestDatabase.fresh();

    @BeforeEach
    void fill() {
        new ReadModel(database.migrations(), database.jdbi(), InstantSource.system()).migrate();
        add(3_000, "2023-01-01T00:00:00Z", "864 seconds");
    }

    @ParameterizedTest
    @CsvSource({"0.001, 8, 9", "0.1, 7, 8", "0.7, 4, 5"})
    void theyAreFewAndWhatWasAcceptedInThemIsWhatWasAcceptedSince(double share, int least, int most) {
        Periods periods = last(FIRST_PAGE, share).orElseThrow();

        assertThat(periods.numbers()).hasSizeBetween(least, most);
        assertThat(count("periods(accepted) && cast('%s' as int[])".formatted(periods.array())))
                .isEqualTo(count("accepted >= '%s'".formatted(periods.since())))
                .isBetween((long) (share * 3_000), (long) (share * 3_000) + 700);
    }

    @Test
    void whereAPageBeginsTheyEndADayLater() {
        StoryFilter until =
                new StoryFilter(null, Instant.parse("2023-01-15T00:00:00Z"), null, null, null, null, null, 1);
        StoryQuery page = new StoryQuery(until, Sort.UPDATED, 20, null);
        Periods periods = last(page, 0.001).orElseThrow();

        assertThat(count("accepted >= '%s' and accepted < '2023-01-16' and not periods(accepted) && cast('%s' as int[])"
                        .formatted(periods.since(), periods.array())))
                .isZero();
        assertThat(count("accepted >= '2023-01-16T12:00Z' and periods(accepted) && cast('%s' as int[])"
                        .formatted(periods.array())))
                .isZero();
    }

    @Test
    void anArticleFromTheFutureMakesThemOneMore() {
        int before = last(FIRST_PAGE, 0.001).orElseThrow().numbers().size();
        add(1, "2033-01-01T00:00:00Z", "1 second");

        assertThat(last(FIRST_PAGE, 0.001).orElseThrow().numbers()).hasSize(before + 1);
    }

    @Test
    void manyOfTheLongestAreTooMany() {
        add(3_000, "2013-01-01T00:00:00Z", "1 day");

        assertThat(last(FIRST_PAGE, 0.9)).isEmpty();
    }

    private Optional<Periods> last(StoryQuery query, double share) {
        return database.jdbi().withHandle(handle -> Periods.last(handle, query, share));
    }

    private long count(String condition) {
        return database.jdbi()
                .withHandle(handle -> handle.select("select count(*) from article where " + condition)
                        .mapTo(Long.class)
                        .one());
    }

    private void add(int count, String since, String each) {
        database.jdbi().useHandle(handle -> {
            handle.execute("""
                    insert into article (id, position, full_text, url, url_key, accepted, dictionary, words, body)
                    select ? || n, n, true, '', '', cast(? as timestamptz) + n * cast(? as interval), 'simple', '', '{}'
                    from generate_series(0, ?) n
                    """, since, since, each, count - 1);
            handle.execute("analyze article");
        });
    }
}
