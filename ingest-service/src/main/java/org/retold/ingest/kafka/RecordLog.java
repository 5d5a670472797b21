package org.retold.ingest.kafka;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.retold.contract.CloudEvents;
import org.retold.contract.FeedStatus;
import org.retold.contract.Item;
import org.retold.contract.Rejection;
import org.retold.contract.Takedown;
import org.retold.contract.Topic;
import org.retold.contract.Topics;
import org.retold.ingest.item.ArticleKey;
import org.retold.ingest.item.Digest;
import org.retold.trail.Leg;

/** Where everything that leaves this service is written. Safe for use by many threads; a {@link Batch} is not. */
public final class RecordLog {

    private static final Logger LOG = Logger.getLogger(RecordLog.class);
    private static final String SOURCE = "/retold/ingest-service";

    private final Producer<String, byte[]> producer;

    public RecordLog(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Records that are acknowledged together. */
    public Batch begin() {
        return new Batch();
    }

    /** Records on their way. */
    public final class Batch {

        private final Deque<Future<RecordMetadata>> underWay = new ArrayDeque<>();

        private Batch() {}

        public void item(Item item) {
            LOG.debugf("item sent itemKey=%s feedUrl=%s", item.key(), item.feedUrl());
            try (Leg leg = Leg.begin("send")) {
                leg.of("itemKey", item.key());
                write(Topics.ITEMS, item.key(), item, item.fetched());
            }
        }

        public void rejection(Rejection rejection) {
            LOG.debugf("item refused itemKey=%s reason=%s", itemKey(rejection), rejection.code());
            String key = rejection.key() == null ? rejection.where() : rejection.key();
            write(Topics.REJECTIONS, key, rejection, rejection.at());
        }

        public void status(FeedStatus status) {
            write(Topics.FEEDS, status.id(), status, status.at());
        }

        /** Says that a feed was removed. */
        public void removed(String feedId, Instant at) {
            write(Topics.FEEDS, feedId, null, at);
        }

        public void takedown(Takedown takedown) {
            write(Topics.TAKEDOWNS, takedown.id(), takedown, takedown.at());
        }

        /** Says that a takedown was lifted. */
        public void lifted(String takedownId, Instant at) {
            write(Topics.TAKEDOWNS, takedownId, null, at);
        }

        /** How many records are on their way. */
        public int size() {
            return underWay.size();
        }

        /** @throws NotAcknowledgedException when one of them was not taken */
        public void awaitAcknowledged() throws InterruptedException {
            awaitAcknowledged(0);
        }

        /**
         * Waits until only so many are still on their way.
         *
         * @throws NotAcknowledgedException when one of the others was not taken
         */
        public void awaitAcknowledged(int leave) throws InterruptedException {
            while (underWay.size() > leave) {
                try {
                    underWay.removeFirst().get();
                } catch (ExecutionException e) {
                    throw new NotAcknowledgedException("Kafka did not take a record: " + e.getCause(), e);
                }
            }
        }

        /** A refused address may be anything; in the log it stands as that of an article, or not at all. */
        private static @Nullable String itemKey(Rejection rejection) {
            return rejection.url() == null
                    ? null
                    : ArticleKey.of(rejection.url()).orElse(null);
        }

        private <V> void write(Topic<String, V> topic, String key, @Nullable V value, Instant at) {
            byte[] bytes =
                    value == null ? null : topic.valueSerde().serializer().serialize(topic.name(), value);
            String id = bytes == null ? Digest.of(key, at.toString()) : Digest.of(bytes);
            try {
                underWay.add(producer.send(new ProducerRecord<>(
                        topic.name(),
                        null,
                        at.toEpochMilli(),
                        key,
                        bytes,
                        Leg.carry(CloudEvents.headers(topic, SOURCE, id, at)))));
            } catch (KafkaException e) {
                throw new NotAcknowledgedException("Kafka did not take a record: " + e.getMessage(), e);
            }
        }
    }
}
