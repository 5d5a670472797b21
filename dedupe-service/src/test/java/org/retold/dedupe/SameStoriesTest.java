package org.retold.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.retold.contract.Article;
import org.retold.dedupe.kafka.StreamsRunner;
import org.retold.local.kafka.BrokerSettings;
import org.retold.local.kafka.KafkaBroker;
import org.retold.teststack.QuietLogs;

/** Two instances of two threads each, which come and go, on a Kafka of their own. */
class SameStoriesTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int ARTICLES = 120;

    static {
        QuietLogs.onlyErrors();
    }

    @TempDir(cleanup = CleanupMode.NEVER) // the operating system's: RocksDB may still hold files
    Path directory;

    @Test
    void instancesThatComeAndGoWriteWhatOneThreadWrites() {
        List<Article> articles = articles();
        List<String> expected;
        try (Press press = new Press(4)) {
            for (List<Article> third : thirds(articles)) {
                press.publish(third.toArray(Article[]::new));
                takenDownAfter(third).forEach(article -> press.takeDown(article.id(), article.fetched()));
            }
            expected = press.readEverything();
        }

        List<String> actual;
        try (KafkaBroker broker = KafkaBroker.start(new BrokerSettings(directory.resolve("kafka"), 0));
                Wire wire = new Wire(broker.bootstrapServers());
                StreamsRunner one = Instance.at(broker.bootstrapServers(), directory.resolve("one"));
                StreamsRunner two = Instance.at(broker.bootstrapServers(), directory.resolve("two"))) {
            wire.createArticles();
            one.start();
            publish(thirds(articles).get(0), wire);
            two.start();
            await().atMost(SOON).until(() -> !wire.stories().isEmpty());
            one.stop();
            publish(thirds(articles).get(1), wire);
            one.start();
            publish(thirds(articles).get(2), wire);
            await().atMost(SOON).until(() -> wire.everything().size() >= expected.size());
            actual = wire.everything();
        }

        assertThat(actual).containsExactlyElementsOf(expected);
    }

    private static void publish(List<Article> articles, Wire wire) {
        wire.publish(articles.toArray(Article[]::new));
        takenDownAfter(articles).forEach(article -> wire.takeDown(article.id(), article.fetched()));
    }

    private static List<List<Article>> thirds(List<Article> articles) {
        return List.of(
                articles.subList(0, ARTICLES / 3),
                articles.subList(ARTICLES / 3, 2 * ARTICLES / 3),
                articles.subList(2 * ARTICLES / 3, ARTICLES));
    }

    /** The first, which founded stories, and some of the others. */
    private static List<Article> takenDownAfter(List<Article> articles) {
        return IntStream.range(0, articles.size())
                .filter(n -> n < 3 || n % 11 == 0)
                .mapToObj(articles::get)
                .toList();
    }

    /** Each report told by many, cut in different ways. */
    private static List<Article> articles() {
        List<List<String>> reports =
                List.of(Reports.FERRY, Reports.ORCHARD, Reports.HARBOUR, Reports.FERRY_SHORT, Reports.ORCHARD);
        List<Article> articles = new ArrayList<>();
        for (int n = 0; n < ARTICLES; n++) {
            List<String> report = reports.get(n % reports.size());
            int from = n / 7 % report.size();
            articles.add(Reports.article("a" + n % 97, n, report.subList(n % 3 == 0 ? from : 0, report.size())));
        }
        return articles;
    }
}
