package org.retold.dedupe.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Waits for the topics, runs the topology, and begins anew when the client has given up. */
public final class StreamsRunner implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(StreamsRunner.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

    /** Two heartbeats, and a little. */
    private static final double LONGEST_SILENCE_SECONDS = 7;

    private final Topology topology;
    private final Properties properties;
    private final TopicCreation topics;
    private @Nullable Thread runner;
    private volatile @Nullable KafkaStreams streams;
    private CountDownLatch stopped = new CountDownLatch(0);

    public StreamsRunner(Topology topology, Properties properties, TopicCreation topics) {
        this.topology = topology;
        this.properties = properties;
        this.topics = topics;
    }

    /** Returns at once; {@link #isRunning} tells when it works. */
    public synchronized void start() {
        if (runner != null) {
            throw new IllegalStateException("it runs already");
        }
        CountDownLatch stop = new CountDownLatch(1);
        stopped = stop;
        runner = Thread.ofPlatform().name("streams-runner").daemon().start(() -> run(stop));
    }

    /** Whether it works, and Kafka answers it. */
    public boolean isRunning() {
        KafkaStreams current = streams;
        return current != null && current.state() == State.RUNNING && silence(current) <= LONGEST_SILENCE_SECONDS;
    }

    /** For people: what it does right now. */
    public String state() {
        KafkaStreams current = streams;
        if (current == null) {
            return "waiting for Kafka and its topics";
        }
        double silence = silence(current);
        return silence <= LONGEST_SILENCE_SECONDS
                ? current.state().name()
                : "Kafka has not answered for %.0f seconds".formatted(silence);
    }

    /** Seconds since one of its threads could last tell Kafka that it lives. The client itself runs on without Kafka. */
    private static double silence(KafkaStreams streams) {
        return streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("last-heartbeat-seconds-ago"))
                .mapToDouble(metric -> ((Number) metric.metricValue()).doubleValue())
                .max()
                .orElse(0);
    }

    /** How many records of a topic with one partition it has not read yet; not a number while it does not run. */
    public double behind(String topic) {
        KafkaStreams current = streams;
        return current == null
                ? Double.NaN
                : current.metrics().values().stream()
                        .filter(metric -> metric.metricName().name().equals("records-lag")
                                && topic.equals(metric.metricName().tags().get("topic")))
                        .mapToDouble(metric -> ((Number) metric.metricValue()).doubleValue())
                        .max()
                        .orElse(Double.NaN);
    }

    @Override
    public void close() {
        stop();
    }

    /** Returns when it has stopped; it can be started again. */
    public synchronized void stop() {
        stopped.countDown();
        Thread current = runner;
        runner = null;
        if (current != null) {
            try {
                current.join(CLOSE_WITHIN.plus(CLOSE_WITHIN));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run(CountDownLatch stop) {
        try {
            while (!topicsAreThere() && !stop.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {}
            while (stop.getCount() > 0) {
                runOnce(stop);
                stop.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOnce(CountDownLatch stop) throws InterruptedException {
        try (KafkaStreams client = new KafkaStreams(topology, properties)) {
            forgetAnotherKafka(client);
            client.setUncaughtExceptionHandler(failure -> replaceThread(failure, stop));
            client.start();
            streams = client;
            while (!client.state().hasCompletedShutdown() && !stop.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {}
            client.close(CLOSE_WITHIN);
            if (stop.getCount() > 0) {
                LOG.error("streams client gave up, begins anew");
            }
        } catch (KafkaException | ExecutionException | IOException e) {
            LOG.errorf("streams client did not start reason=%s", e.getMessage());
        } finally {
            streams = null;
        }
    }

    /** Before it starts. */
    private void forgetAnotherKafka(KafkaStreams client) throws InterruptedException, ExecutionException, IOException {
        StateOrigin origin = StateOrigin.of(properties);
        StateOrigin.Kafka kafka = topics.kafka();
        if (origin.isOtherThan(kafka)) {
            LOG.warnf("state is of another Kafka, is built anew file=%s kafka=%s", origin.file(), kafka);
            client.cleanUp();
        }
        origin.remember(kafka);
    }

    private boolean topicsAreThere() throws InterruptedException {
        try {
            Set<String> missing = topics.attempt();
            if (!missing.isEmpty()) {
                LOG.infof("waiting for topics missing=%s", missing);
            }
            return missing.isEmpty();
        } catch (ExecutionException | KafkaException e) {
            LOG.warnf("waiting for Kafka reason=%s", e.getMessage());
            return false;
        }
    }

    /** A pause first, so that a failure that stays does not spin. */
    private static StreamThreadExceptionResponse replaceThread(Throwable failure, CountDownLatch stop) {
        LOG.error("stream thread failed, another takes its place", failure);
        try {
            stop.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
