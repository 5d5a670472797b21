package org.retold.ingest.kafka;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.retold.access.TopicMaker;
import org.retold.contract.Topic;
import org.retold.contract.Topics;

/** The topics that this service makes. */
public final class OwnTopics {

    /** Written by this service; removals by another, which may come later than we. */
    public static final List<Topic<String, ?>> ALL =
            List.of(Topics.ITEMS, Topics.REJECTIONS, Topics.FEEDS, Topics.TAKEDOWNS, Topics.REMOVALS);

    private final Admin admin;
    private final short replication;
    private volatile boolean created;

    public OwnTopics(Admin admin, short replication) {
        this.admin = admin;
        this.replication = replication;
    }

    /** @throws ExecutionException when the broker cannot be reached or refuses */
    public void create() throws ExecutionException, InterruptedException {
        TopicMaker.make(ALL, replication, admin);
        created = true;
    }

    /** Whether they are known to be there. */
    public boolean areThere() {
        return created;
    }
}
