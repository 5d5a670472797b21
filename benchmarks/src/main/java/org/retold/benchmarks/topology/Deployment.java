package org.retold.benchmarks.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.LongUnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.retold.contract.Article;
import org.retold.contract.ArticleRecordKey;
import org.retold.contract.Topics;
import org.retold.local.kafka.BrokerMain;
import org.retold.local.kafka.BrokerSettings;
import org.retold.local.process.Directories;
import org.retold.local.process.Ports;

/** A broker and the dedupe service, one instance or more, each a process as in production. */
final class Deployment implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long PAUSE_MILLIS = 500;

    /** Articles that are published and not decided. */
    private static final int AHEAD = 1_000;

    private static final String DEDUPES_CORE = "0";
    private static final String BROKERS_CORE = "1";
    private static final String EVERY_CORE = "0-" + (Runtime.getRuntime().availableProcessors() - 1);

    private final Setup setup;
    private final Path work;
    private final int kafkaPort = Ports.free();
    private final MadeNews news = new MadeNews(1);
    private final PinnedProcess broker;
    private final KafkaProducer<String, Article> producer;
    private final List<Instance> instances = new ArrayList<>();
    private int published;

    Deployment(Setup setup, Path work) throws IOException, InterruptedException {
        this.setup = setup;
        this.work = work;
        if (setup.ownCores()) {
            PinnedProcess.pinThis(BROKERS_CORE);
        }
        Directories.delete(work);
        Files.createDirectories(work);
        broker = startBroker();
        createArticles();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka(), "linger.ms", 20, "batch.size", 262_144),
                new StringSerializer(),
                Topics.ARTICLES.valueSerde().serializer());
        for (int number = 1; number <= setup.instances(); number++) {
            Path own = Files.createDirectories(work.resolve("dedupe-" + number));
            instances.add(new Instance(setup, kafka(), setup.ownCores() ? DEDUPES_CORE : EVERY_CORE, own));
        }
    }

    private String kafka() {
        return "127.0.0.1:" + kafkaPort;
    }

    private PinnedProcess startBroker() throws IOException, InterruptedException {
        Path ready = work.resolve("kafka.ready");
        List<String> command = java("-Xmx1g");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(BrokerMain.arguments(new BrokerSettings(work.resolve("kafka"), kafkaPort), ready));
        PinnedProcess process = PinnedProcess.start(
                command, setup.ownCores() ? BROKERS_CORE : EVERY_CORE, Map.of(), work.resolve("kafka.log"));
        while (!BrokerMain.isReady(ready, process.pid())) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the broker has ended; see " + work.resolve("kafka.log"));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return process;
    }

    /** Without an end of retention: the made articles keep their made dates. */
    private void createArticles() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            NewTopic topic = new NewTopic(Topics.ARTICLES.name(), Optional.of(1), Optional.empty());
            admin.createTopics(List.of(topic.configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topic of articles could not be created", e);
        }
    }

    /** A command of this JVM. */
    static List<String> java(String heap) {
        return new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap, "-XX:+UseSerialGC"));
    }

    private void publish(int articles) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (; published < articles; published++) {
            Article article = news.article(published);
            String key = new ArticleRecordKey(article.id(), 0, published).toString();
            sent.add(producer.send(new ProducerRecord<>(
                    Topics.ARTICLES.name(), null, article.fetched().toEpochMilli(), key, article)));
        }
        producer.flush();
        try {
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("an article could not be published", e);
        }
    }

    int published() {
        return published;
    }

    /**
     * Publishes as fast as articles are decided, a little ahead; so that all of the service works on what is measured.
     *
     * @param articles published before and now
     * @return the first sample with so many decided
     */
    Sample publishAndDecide(int articles) throws IOException, InterruptedException {
        return await(decided -> Math.min(articles, decided + AHEAD), articles);
    }

    /** @param until how many articles are to be published when so many are decided */
    private Sample await(LongUnaryOperator until, long articles) throws IOException, InterruptedException {
        long before = 0;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<Sample> sample = sample();
            long decided = sample.map(Sample::decided).orElse(0L);
            if (sample.isPresent() && decided >= articles) {
                return sample.get();
            }
            publish(Math.toIntExact(until.applyAsLong(decided)));
            if (decided > before) {
                before = decided;
                deadline = System.nanoTime() + PATIENCE.toNanos();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "%d articles of %d are decided, and no more come; see %s".formatted(decided, articles, work));
            }
            pause();
        }
    }

    /** Returns when all of the service is ready. */
    void awaitReady() throws InterruptedException {
        for (Instance instance : instances) {
            while (!instance.isReady()) {
                pause();
            }
        }
    }

    /** Of all instances; empty while one does not answer. */
    private Optional<Sample> sample() throws IOException, InterruptedException {
        double brokers = broker.cpuSeconds();
        Optional<Sample> all = Optional.empty();
        for (Instance instance : instances) {
            Optional<Sample> one = instance.sample(brokers);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all = Optional.of(all.map(others -> others.and(one.get())).orElse(one.get()));
        }
        return all;
    }

    /** Collects garbage first, so that the heap in use is what is kept. */
    Footprint footprint() throws IOException, InterruptedException {
        long disk = 0;
        for (Instance instance : instances) {
            instance.collectGarbage();
            disk += DiskUse.of(instance.data(), "");
        }
        Sample sample = sample().orElseThrow();
        return new Footprint(sample.decided(), sample.heap(), disk, DiskUse.of(work.resolve("kafka"), "-changelog-"));
    }

    /**
     * Ends all of the service, starts it again and waits for its next decision.
     *
     * @return seconds from start to decision
     */
    double restarted(Ending ending) throws IOException, InterruptedException {
        for (Instance instance : instances) {
            instance.end(ending);
        }
        int next = published + 1;
        long started = System.nanoTime();
        for (Instance instance : instances) {
            instance.start();
        }
        await(decided -> next, 1);
        return (System.nanoTime() - started) / 1e9;
    }

    private void pause() throws InterruptedException {
        if (!instances.stream().allMatch(Instance::isAlive)) {
            throw new IllegalStateException("the dedupe service has ended; see " + work);
        }
        Thread.sleep(PAUSE_MILLIS);
    }

    @Override
    public void close() {
        producer.close();
        instances.forEach(Instance::stop);
        broker.stop();
    }
}
