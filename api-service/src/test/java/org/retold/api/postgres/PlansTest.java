package org.retold.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.api.Newsroom.MORNING;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.retold.api.Newsroom;
import org.retold.api.arrival.Advance;
import org.retold.api.arrival.Arrival;
import org.retold.api.arrival.Batch;
import org.retold.api.arrival.BatchOf;
import org.retold.api.arrival.Source;
import org.retold.api.outlet.OutletCursor;
import org.retold.api.outlet.OutletQuery;
import org.retold.api.outlet.OutletQueryReader;
import org.retold.api.outlet.Period;
import org.retold.api.story.Asked;
import org.retold.api.story.StoryPage;
import org.retold.api.story.StoryQuery;
import org.retold.api.story.StoryQueryReader;
import org.retold.api.story.Texts;
import org.retold.contract.Article;
import org.retold.contract.Correction;
import org.retold.contract.FeedStatus;
import org.retold.contract.Removal;
import org.retold.contract.Story;
import org.retold.contract.Takedown;
import org.retold.teststack.TestServers;

/**
 * Runs every statement of this room over full tables, as the service sets its connections up, and reads how PostgreSQL goes
 * about it. A statement that is not run here fails the test too: add it to one of the walks.
 */
final class PlansTest {

    /** What is about everything there is. */
    private static final Map<String, String> ABOUT_EVERYTHING = Map.of(
            "StatisticsQueries.count", "counts all stories",
            "StatisticsQueries.languages", "counts all stories",
            "OutletCount.run", "counts all publishers",
            "FeedQueries.all", "lists all feeds",
            "SaidWords.read", "reads the question with each of the few dictionaries",
            "Forgetting.of", "deletes all that a topic has filled");

    /** To what there is here, as the usual numbers are to a million articles. */
    private static final StorySearch IN_PROPORTION = new StorySearch(1_000, 20, 150, 500);

    /** What is only about webhooks: there are never many, and nobody who looks at stories waits for them. */
    private static final Set<String> ABOUT_WEBHOOKS =
            Set.of("DeliveryQueries", "Letterbox", "Outbox", "WebhookRows", "WebhookTable");

    /** What runs a statement. */
    private static final Set<String> RUNNING = Set.of("createQuery", "createUpdate", "prepareBatch", "execute");

    private final TestDatabase database = TestDatabase.fresh();
    private final List<Plan> plans = new ArrayList<>();
    private final Set<String> ran = new TreeSet<>();
    private final Jdbi jdbi = Jdbi.create(() -> PlannedConnection.of(connectAsTheServiceDoes(), plans, ran))
            .registerArrayType(String.class, "text")
            .registerArrayType(Long.class, "bigint");
    private final ReadModel readModel = new ReadModel(database.migrations(), jdbi, InstantSource.fixed(MORNING));
    private long offset = 100_000;

    @Test
    void noStatementGoesThroughATableAndNoneIsUnknown() {
        readModel.migrate();
        database.jdbi().useHandle(ManyRows::in);

        write();
        ask();
        readModel.startOver(List.of("retold.feeds.v1", "retold.corrections.v1"));

        assertThat(plans.stream()
                        .filter(plan -> !ABOUT_EVERYTHING.containsKey(plan.site()))
                        .flatMap(plan -> plan.longWays().stream())
                        .distinct())
                .isEmpty();
        assertThat(ran).containsAll(sites());
    }

    /** Every method of this room that runs a statement. */
    private static Set<String> sites() {
        JavaClasses room = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(PlansTest.class.getPackageName());
        return room.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isAssignableTo(Handle.class))
                .filter(call -> RUNNING.contains(call.getTarget().getName()))
                .filter(call -> !ABOUT_WEBHOOKS.contains(call.getOriginOwner().getSimpleName()))
                .map(call -> call.getOriginOwner().getSimpleName() + "."
                        + call.getOrigin().getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Connection connectAsTheServiceDoes() throws SQLException {
        TestServers servers = TestServers.shared();
        Properties settings = new Properties();
        try (InputStream file = PlansTest.class.getResourceAsStream("/application.properties")) {
            settings.load(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Properties properties = new Properties();
        properties.setProperty("user", servers.jdbcUser());
        properties.setProperty("password", servers.jdbcPassword());
        properties.setProperty("currentSchema", database.schema());
        properties.setProperty(
                "options",
                Objects.requireNonNull(
                        settings.getProperty("quarkus.datasource.jdbc.additional-jdbc-properties.options")));
        return DriverManager.getConnection(servers.jdbcUrl(), properties);
    }

    private void write() {
        List<Batch> history = InventedHistory.of(new Random(5), 60);
        history.forEach(this::apply);
        apply(stories(Newsroom.story("known", 1, 1_000, 1, "k1", "k2")));
        apply(BatchOf.nothing()
                .takedowns(List.of(
                        said("t1", new Takedown("t1", "https://x1.example.org/news/x1", "operator", MORNING, null))))
                .removals(List.of(said("t2", new Removal("t2", List.of("x2", "x3"), Removal.State.REMOVING, MORNING))))
                .evidence(List.of(said("gone", null)))
                .feeds(List.of(said("f1", Newsroom.feed("f1", "Feed", FeedStatus.State.HEALTHY)), said("f2", null)))
                .corrections(List.of(said("c1", correction()), said("c2", null)))
                .advances(List.of(new Advance(new Source("retold.stories.v1", 0), "id", null, 7)))
                .batch());
        apply(BatchOf.nothing()
                .takedowns(List.of(said("t1", null)))
                .removals(List.of(said("t2", null)))
                .articles(List.of(said("x4", null)))
                .batch());
        Article moved = Newsroom.article("moved", "Title", "en", "Text.");
        apply(BatchOf.nothing()
                .articles(List.of(said("moved", moved), said("moved", Newsroom.at("https://moved.example/", moved))))
                .batch());
        apply(stories(Newsroom.story("gone8", 1, 1_001, 1, "k3")));
        readModel.tidy(Instant.parse("2023-01-01T01:00:00Z"));
        readModel.settle();
        readModel.positions();
    }

    private void ask() {
        StoryQueries stories = new StoryQueries(jdbi, IN_PROPORTION);
        for (String sort : List.of("updated", "first", "size")) {
            walk(stories, Map.of("sort", List.of(sort)));
            walk(stories, Map.of("sort", List.of(sort), "language", List.of("fr")));
            walk(stories, Map.of("sort", List.of(sort), "publisher", List.of("p7")));
            walk(stories, Map.of("sort", List.of(sort), "agency", List.of("Agency 7")));
            walk(stories, Map.of("sort", List.of(sort), "minArticles", List.of("2")));
            walk(stories, Map.of("sort", List.of(sort), "minArticles", List.of("10"), "language", List.of("en")));
            walk(
                    stories,
                    Map.of("sort", List.of(sort), "since", List.of("2023-01-05"), "until", List.of("2023-01-06")));
            walk(stories, Map.of("sort", List.of(sort), "q", List.of("rare17")));
            walk(stories, Map.of("sort", List.of(sort), "q", List.of("common")));
            walk(
                    stories,
                    Map.of("sort", List.of(sort), "q", List.of("common -word1"), "publisher", List.of("p7.example")));
        }
        walk(stories, Map.of("updatedSince", List.of("11000")));
        walk(stories, Map.of("updatedSince", List.of("11000"), "language", List.of("fr")));
        walk(stories, Map.of("updatedSince", List.of("11000"), "q", List.of("rare17")));
        stories.find("known");
        stories.find("gone7");
        new HistoryQueries(jdbi).of("known");
        ArticleQueries articles = new ArticleQueries(jdbi, Texts.FULL);
        articles.byId("x5");
        articles.byUrl("https://x5.example.org/news/x5");
        articles.byUrl("https://moved.example.org/news/moved");
        articles.texts(List.of("x5", "x6"));
        EventQueries events = new EventQueries(jdbi, InstantSource.fixed(MORNING));
        events.after(events.newest(), 100);
        new CorrectionQueries(jdbi).of("c1");
        new CorrectionQueries(jdbi).latest(1);
        TakedownQueries takedowns = new TakedownQueries(jdbi);
        takedowns.isArticle("down7");
        takedowns.isUrl("https://down.example/7");
        new ReadSoFar(jdbi).now();
        new StatisticsQueries(jdbi).now();
        database.jdbi().useHandle(handle -> handle.execute("delete from feed"));
        new FeedQueries(jdbi).all();
        askForPublishers();
    }

    private void askForPublishers() {
        new OutletCount(jdbi, InstantSource.fixed(MORNING)).run();
        database.jdbi().useHandle(handle -> handle.execute("analyze"));
        OutletQueries outlets = new OutletQueries(jdbi);
        for (String sort : List.of("articles", "stories", "originated", "retold")) {
            for (Map<String, List<String>> parameters :
                    List.of(Map.of("sort", List.of(sort)), Map.of("sort", List.of(sort), "language", List.of("fr")))) {
                switch (OutletQueryReader.list(parameters)) {
                    case Asked.Understood<OutletQuery>(OutletQuery query) -> {
                        OutletCursor next = outlets.list(query).next();
                        outlets.list(new OutletQuery(query.period(), query.language(), query.sort(), 10, next));
                    }
                    case Asked.NotUnderstood<OutletQuery>(var problems) -> throw new AssertionError(problems);
                }
            }
        }
        outlets.find("p7.example", Period.ALL);
        outlets.totals(Period.ALL);
    }

    /** Two pages of it. */
    private static void walk(StoryQueries stories, Map<String, List<String>> parameters) {
        switch (new StoryQueryReader(1, 20).read(parameters)) {
            case Asked.Understood<StoryQuery>(StoryQuery query) -> {
                StoryPage page = stories.list(query);
                if (page.next() != null) {
                    stories.list(new StoryQuery(query.filter(), query.sort(), query.limit(), page.next()));
                }
            }
            case Asked.NotUnderstood<StoryQuery>(var problems) -> throw new AssertionError(problems);
        }
    }

    private static Correction correction() {
        return new Correction("c1", Correction.Kind.APART, List.of("x1", "x2"), "operator", MORNING, null);
    }

    private void apply(Batch batch) {
        TestDatabase.apply(batch, readModel);
    }

    private Batch stories(Story story) {
        return BatchOf.nothing().stories(List.of(said(story.id(), story))).batch();
    }

    private <V> Arrival<V> said(String key, @Nullable V value) {
        return new Arrival<>(new Source("topic", 0), offset++, MORNING, key, value);
    }
}
