package org.retold.normalize.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jboss.logging.Logger;
import org.retold.access.Brokers;
import org.retold.access.TopicMaker;
import org.retold.contract.Topic;
import org.retold.contract.Topics;

/** The topics that this service makes. */
public final class OwnTopics {

    /** Takedowns are written by another service, which may come later than we. */
    private static final List<Topic<String, ?>> ALL =
            List.of(Topics.ARTICLES, Topics.REJECTIONS, Topics.REMOVALS, Topics.TAKEDOWNS);

    private static final Logger LOG = Logger.getLogger(OwnTopics.class);
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofSeconds(1);

    private final Brokers brokers;
    private final short replication;

    public OwnTopics(Brokers brokers, short replication) {
        this.brokers = brokers;
        this.replication = replication;
    }

    /** Tries until all of them exist, or the thread is interrupted. */
    public void createAtLast() {
        try {
            while (!areThere()) {
                Thread.sleep(BEFORE_THE_NEXT_TRY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean areThere() throws InterruptedException {
        try (Admin admin = Admin.create(brokers.and(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS)))) {
            TopicMaker.make(ALL, replication, admin);
            return true;
        } catch (ExecutionException e) {
            LOG.warnf("topics not created yet reason=%s", e.getMessage());
            return false;
        }
    }
}
