package org.retold.api.kafka;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.retold.access.TopicMaker;
import org.retold.contract.Topic;
import org.retold.contract.Topics;

/** The topics that this service makes. */
public final class OwnTopics {

    /** Takedowns and removals are written by others, who may come later than we. */
    private static final List<Topic<String, ?>> ALL =
            List.of(Topics.REJECTIONS, Topics.CORRECTIONS, Topics.LOOKUPS, Topics.TAKEDOWNS, Topics.REMOVALS);

    private final Connection connection;
    private final short replication;

    /** @param replication copies of each partition, 1 or more */
    public OwnTopics(Connection connection, int replication) {
        this.connection = connection;
        this.replication = (short) replication;
    }

    /** @throws KafkaException when the broker cannot be asked; to be tried again */
    public void create() {
        try (Admin admin = connection.admin()) {
            TopicMaker.make(ALL, replication, admin);
        } catch (ExecutionException e) {
            throw new KafkaException("cannot create topics", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
