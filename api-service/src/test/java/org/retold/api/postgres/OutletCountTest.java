package org.retold.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.api.Newsroom.MORNING;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.api.Newsroom;
import org.retold.api.arrival.Arrival;
import org.retold.api.arrival.Batch;
import org.retold.api.arrival.BatchOf;
import org.retold.api.arrival.Source;
import org.retold.api.outlet.Outlet;
import org.retold.api.outlet.OutletQuery;
import org.retold.api.outlet.OutletSort;
import org.retold.api.outlet.Period;
import org.retold.api.story.FoundStory;
import org.retold.api.story.OutletInStory;
import org.retold.api.story.OutletTotals;
import org.retold.contract.Published;
import org.retold.contract.Published.Precision;
import org.retold.contract.Publisher;
import org.retold.contract.Relation;
import org.retold.contract.Story;

final class OutletCountTest {

    private static final Instant EIGHT = Instant.parse("2024-02-13T08:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final ReadModel readModel =
            new ReadModel(database.migrations(), database.jdbi(), InstantSource.fixed(MORNING));
    private final OutletQueries outlets = new OutletQueries(database.jdbi());
    private final InstantSource now = InstantSource.fixed(MORNING.plus(Duration.ofDays(2)));
    private final OutletCount count = new OutletCount(database.jdbi(), now);

    @BeforeEach
    void migrate() {
        readModel.migrate();
    }

    @Test
    void whoOriginatesWhoRetellsHowFastAndWhomTheyCreditIsCounted() {
        tellThreeStories();

        count.run();

        assertThat(outlets.find("one.example", Period.ALL))
                .contains(new Outlet(
                        "one.example",
                        "One",
                        List.of("en"),
                        3,
                        3,
                        1,
                        1,
                        Duration.ofHours(1),
                        Duration.ofHours(1),
                        List.of(new Story.Count("Reuters", 1)),
                        List.of(new Story.Count("two.example", 1))));
        Outlet two = outlets.find("two.example", Period.ALL).orElseThrow();
        assertThat(List.of(two.articles(), two.stories(), two.originated(), two.retold()))
                .containsExactly(3, 2, 1, 1);
        assertThat(two.lagMedian()).isEqualTo(Duration.ofHours(2));
        Outlet three = outlets.find("three.example", Period.ALL).orElseThrow();
        assertThat(List.of(three.articles(), three.stories(), three.originated(), three.retold()))
                .containsExactly(1, 1, 0, 1);
        assertThat(three.lagMedian()).isNull();
        assertThat(outlets.totals(Period.ALL))
                .contains(new OutletTotals(
                        now.instant(),
                        3,
                        3,
                        2,
                        Duration.ofHours(1),
                        Duration.ofHours(2),
                        List.of(new Story.Count("Reuters", 1))));
    }

    @Test
    void aPeriodCountsWhatWasFirstPublishedInIt() {
        tellThreeStories();

        count.run();

        assertThat(outlets.find("one.example", Period.WEEK)).isPresent();
        assertThat(outlets.find("one.example", Period.DAY)).isEmpty();
        assertThat(outlets.totals(Period.DAY).map(OutletTotals::publishers)).contains(0);
    }

    @Test
    void aListGoesOnWhereItsPageEnded() {
        tellThreeStories();
        count.run();

        OutletQuery first = new OutletQuery(Period.ALL, "en", OutletSort.ORIGINATED, 2, null);
        var page = outlets.list(first);
        var rest = outlets.list(new OutletQuery(Period.ALL, "en", OutletSort.ORIGINATED, 2, page.next()));

        assertThat(page.items()).extracting(Outlet::id).containsExactly("two.example", "one.example");
        assertThat(rest.items()).extracting(Outlet::id).containsExactly("three.example");
        assertThat(rest.next()).isNull();
        assertThat(outlets.list(new OutletQuery(Period.ALL, "fr", OutletSort.ARTICLES, 2, null))
                        .items())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverHappenedItIsTheSumOfWhatTheStoriesTell(long seed) {
        for (Batch batch : InventedHistory.of(new Random(seed), 80)) {
            apply(batch);
        }

        count.run();

        List<Outlet> all = outlets.list(new OutletQuery(Period.ALL, null, OutletSort.ARTICLES, 200, null))
                .items();
        Map<String, List<Integer>> counted = new TreeMap<>();
        all.forEach(outlet -> counted.put(
                outlet.id(), List.of(outlet.articles(), outlet.stories(), outlet.originated(), outlet.retold())));
        assertThat(counted).isNotEmpty().isEqualTo(sumOverStories());
    }

    private Map<String, List<Integer>> sumOverStories() {
        StoryQueries stories = new StoryQueries(database.jdbi());
        List<String> ids = database.jdbi()
                .withHandle(handle -> handle.createQuery("select id from story")
                        .mapTo(String.class)
                        .list());
        Map<String, List<Integer>> sums = new TreeMap<>();
        for (String id : ids) {
            if (stories.find(id) instanceof FoundStory.Here(var story)) {
                boolean several = story.outlets().size() > 1;
                for (OutletInStory outlet : story.outlets()) {
                    List<Integer> one = List.of(
                            outlet.articles(),
                            1,
                            several && outlet.first() ? 1 : 0,
                            several && !outlet.first() ? 1 : 0);
                    sums.merge(outlet.id(), one, OutletCountTest::plus);
                }
            }
        }
        return sums;
    }

    private static List<Integer> plus(List<Integer> some, List<Integer> others) {
        List<Integer> sums = new ArrayList<>();
        for (int n = 0; n < some.size(); n++) {
            sums.add(some.get(n) + others.get(n));
        }
        return sums;
    }

    private void tellThreeStories() {
        apply(InventedHistory.articles(Newsroom.article("a", "Title", "en", "Text.")));
        apply(stories(
                story(
                        "s1",
                        1,
                        member("c", "three.example", "Three", EIGHT.minus(Duration.ofHours(8)), Precision.DAY),
                        member("b", "two.example", "Two", EIGHT.plus(Duration.ofHours(2)), Precision.SECOND),
                        member("a", "one.example", "One", EIGHT, Precision.MINUTE)),
                story(
                        "s2",
                        2,
                        member("d", "two.example", "Two", EIGHT, Precision.MINUTE),
                        member("e", "one.example", "One", EIGHT.plus(Duration.ofHours(1)), Precision.MINUTE),
                        member("f", "two.example", "Two", EIGHT.plus(Duration.ofHours(3)), Precision.MINUTE)),
                story("s3", 3, member("g", "one.example", "One", EIGHT, Precision.MINUTE))));
    }

    private static Story story(String id, long change, Story.Member... members) {
        return Newsroom.story(id, 1, change, 1, "Headline", List.of(members), null);
    }

    private static Story.Member member(String id, String host, String name, Instant at, Precision precision) {
        return new Story.Member(
                id,
                "r1",
                id.charAt(0),
                null,
                "https://" + host + "/" + id,
                "Title",
                new Publisher(host, name),
                "en",
                new Published(at, precision, Published.Source.FEED),
                Relation.COPY,
                0.9,
                null);
    }

    private static Batch stories(Story... stories) {
        List<Arrival<Story>> arrivals = new ArrayList<>();
        for (Story story : stories) {
            arrivals.add(new Arrival<>(new Source("topic", 0), arrivals.size(), MORNING, story.id(), story));
        }
        return BatchOf.nothing().stories(arrivals).batch();
    }

    private void apply(Batch batch) {
        TestDatabase.apply(batch, readModel);
    }
}
