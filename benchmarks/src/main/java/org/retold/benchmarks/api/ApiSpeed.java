package org.retold.benchmarks.api;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.retold.benchmarks.topology.PinnedProcess;

/**
 * Measures how fast the API answers with very many stories behind it, and how fast these change.
 *
 * <p>Usage: {@code ./retold bench api [ARTICLES] [--rate=300] [--searches=20] [--seconds=60] [--warm-up=SECONDS] [--heap=256m] [--keep]
 * [--in=DIRECTORY]}. A directory of a file system in memory measures without disks.
 */
public final class ApiSpeed {

    private static final int KNOWN_ANSWERS = 1_000;
    private static final int UPDATES = 20_000;
    private static final int UPDATES_TO_WARM_UP = 20_000;
    private static final String HEAD = """
            | asked for | requests | median ms | p90 | p99 | p99.9 | slowest |
            |---|---|---|---|---|---|---|""";

    private final Setup setup;
    private final Deployment deployment;
    private final MadeStories made;
    private final InstantSource clock = InstantSource.system();

    private ApiSpeed(Setup setup, Deployment deployment) {
        this.setup = setup;
        this.deployment = deployment;
        this.made = new MadeStories(setup.stories());
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Locale.setDefault(Locale.ROOT);
        Setup setup;
        try {
            setup = Setup.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.out.println(setup + (PinnedProcess.canPin() ? "" : " (cores are not pinned: there is no taskset)"));
        try (Deployment deployment = new Deployment(setup)) {
            new ApiSpeed(setup, deployment).measure();
        }
    }

    private void measure() throws IOException, InterruptedException, SQLException {
        System.out.printf("%s: processes are up%n", clock.instant());
        if (!deployment.isKept()) {
            long articles = new Loading(deployment, made, setup.stories()).load();
            deployment.markLoaded(setup);
            System.out.printf(
                    "%s: %,d articles in %,d stories are loaded%n", clock.instant(), articles, setup.stories());
        }
        try (OpenLoop asking = new OpenLoop(deployment.address())) {
            Mix mix = Mix.of(made, setup.stories(), asking);
            warmUp(asking, mix);
            step("lists and stories", asking, setup.rate(), number -> mix.listOrStory(-1 - number));
            List<Question> known = known(asking, mix);
            step("not modified", asking, setup.rate(), number -> known.get(number % known.size()));
            step("search", asking, setup.searches(), mix::search);
            project();
            step("search where stories were just updated", asking, setup.searches(), mix::search);
        }
        System.out.printf("%s: done%n", clock.instant());
    }

    /** Until the compiler of a service that has just started is nearly done: it shares the cores. */
    private void warmUp(OpenLoop asking, Mix mix) {
        Duration some = setup.warmUp().dividedBy(4);
        for (int round = 0; round < 2; round++) {
            asking.ask(Math.max(1, setup.rate() / 2), some, mix::listOrStory);
            asking.ask(setup.searches(), some.dividedBy(2), number -> mix.search(-1 - number));
            List<Question> known = known(asking, mix);
            asking.ask(setup.rate(), some.dividedBy(2), number -> known.get(number % known.size()));
        }
    }

    private void step(String name, OpenLoop asking, int rate, IntFunction<Question> questions) throws IOException {
        double api = deployment.apiCpuSeconds();
        double postgres = deployment.postgresCpuSeconds();
        double read = DiskReads.mebibytes();
        Latencies latencies = asking.ask(rate, setup.each(), questions);
        System.out.printf("%n%s, %d a second:%n%n%s%n", name, rate, HEAD);
        latencies.table(name).forEach(System.out::println);
        System.out.printf(
                "%nCPU a request: api-service %.2f ms, PostgreSQL %.2f ms. Read from disks: %,.0f MiB.%n",
                1000 * (deployment.apiCpuSeconds() - api) / latencies.count(),
                1000 * (deployment.postgresCpuSeconds() - postgres) / latencies.count(),
                DiskReads.mebibytes() - read);
        latencies.wrong().forEach((what, count) -> System.out.printf("WRONG %,d times: %s%n", count, what));
    }

    /** Questions that were answered before, by who brings the tag of the answer. */
    private List<Question> known(OpenLoop asking, Mix mix) {
        List<Question> known = new ArrayList<>();
        for (int number = 0; number < KNOWN_ANSWERS; number++) {
            Question question = mix.listOrStory(number);
            HttpResponse<byte[]> answer = asking.ask(question);
            String kind = "not modified: " + (question.path().contains("stories/") ? "story" : "list");
            answer.headers().firstValue("ETag").ifPresent(tag -> known.add(question.again(kind, tag)));
        }
        // Who polls has asked before.
        known.forEach(asking::ask);
        return known;
    }

    private void project() throws InterruptedException, SQLException, IOException {
        try (Connection database = deployment.connect()) {
            int before = (int) newest(database) + 1;
            project(new StoryUpdates(deployment, made, setup.stories(), before - setup.stories()), before, database);
        }
    }

    private void project(StoryUpdates updates, int before, Connection database)
            throws InterruptedException, SQLException, IOException {
        try (updates) {
            publish(updates.next(UPDATES_TO_WARM_UP), updates, database);
            await(database, before + UPDATES_TO_WARM_UP);
            publish(updates.next(UPDATES), updates, database);
            double api = deployment.apiCpuSeconds();
            double postgres = deployment.postgresCpuSeconds();
            double read = DiskReads.mebibytes();
            long start = System.nanoTime();
            await(database, before + UPDATES_TO_WARM_UP + UPDATES);
            settle(database);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%nprojection: %,d updates of stories in %.1f s, %,.0f a second;"
                            + " CPU an update: api-service %.2f ms, PostgreSQL %.2f ms. Read from disks: %,.0f MiB.%n",
                    UPDATES,
                    seconds,
                    UPDATES / seconds,
                    1000 * (deployment.apiCpuSeconds() - api) / UPDATES,
                    1000 * (deployment.postgresCpuSeconds() - postgres) / UPDATES,
                    DiskReads.mebibytes() - read);
        }
    }

    /** All of them are there before the service may write the first. */
    private static void publish(List<ProducerRecord<String, byte[]>> records, StoryUpdates updates, Connection database)
            throws SQLException, InterruptedException {
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            statement.execute("lock table reader_position in exclusive mode");
            updates.publish(records);
        }
        database.commit();
        database.setAutoCommit(true);
    }

    private static void await(Connection database, long change) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (newest(database) < change) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("change %d does not come".formatted(change));
            }
            Thread.sleep(20);
        }
    }

    /** The service does so whenever it has caught up. */
    private static void settle(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("select gin_clean_pending_list(cast('api.article_by_words' as regclass))");
        }
    }

    private static long newest(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select change from story where merged_into is null"
                        + " order by change desc, id desc limit 1")) {
            return rows.next() ? rows.getLong(1) : -1;
        }
    }
}
