package org.retold.dedupe.kafka;

import static org.apache.kafka.common.serialization.Serdes.Long;
import static org.apache.kafka.common.serialization.Serdes.String;
import static org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore;
import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;

import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * State stores of this service, all with changelogs.
 *
 * @param large where the large ones are; the small ones are in memory always
 */
public record Stores(Place large) {

    /** The latest record time, under one key. */
    public static final String CLOCK = "clock";
    /** Views by shard and slot. */
    public static final String VIEWS = "views";
    /** What shards said about articles and look-ups about which others have yet to say something. */
    public static final String PENDING = "pending";
    /** Articles with their places, by article id. */
    public static final String ARTICLES = "articles";
    /** Stories by id. */
    public static final String STORIES = "stories";
    /** Live stories by their newest arrival. */
    public static final String SILENCE = "silence";
    /** Corrections by id. */
    public static final String CORRECTIONS = "corrections";
    /** Ids of corrections by article id. */
    public static final String CORRECTED = "corrected";
    /** Sequence numbers by name. */
    public static final String COUNTERS = "counters";

    /** All that the story writer keeps. */
    public static final List<String> LEDGER = List.of(ARTICLES, STORIES, SILENCE, CORRECTIONS, CORRECTED, COUNTERS);

    /** The same, with what waits for a decision. */
    public static final List<String> WRITER =
            List.of(PENDING, ARTICLES, STORIES, SILENCE, CORRECTIONS, CORRECTED, COUNTERS);

    /** Those of the story writer that grow with the articles. */
    static final List<String> LARGE_OF_LEDGER = List.of(ARTICLES, STORIES, SILENCE);

    /** Where a store is. */
    public enum Place {
        ON_DISK,
        IN_MEMORY
    }

    public void addTo(StreamsBuilder builder) {
        builder.addStateStore(small(CLOCK, String(), Long()).withCachingEnabled());
        builder.addStateStore(large(VIEWS, Long(), Codecs.SHELVED_VIEW));
        builder.addStateStore(small(PENDING, String(), Codecs.ANSWER).withCachingEnabled());
        builder.addStateStore(large(ARTICLES, String(), Codecs.TOLD_ARTICLE));
        builder.addStateStore(large(STORIES, String(), Codecs.STORY_STATE));
        builder.addStateStore(large(SILENCE, String(), String()));
        builder.addStateStore(small(CORRECTIONS, String(), Codecs.CORRECTION));
        builder.addStateStore(small(CORRECTED, String(), Codecs.CORRECTION_IDS));
        builder.addStateStore(small(COUNTERS, String(), Long()).withCachingEnabled());
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> small(String name, Serde<K> key, Serde<V> value) {
        return store(inMemoryKeyValueStore(name), key, value);
    }

    private <K, V> StoreBuilder<KeyValueStore<K, V>> large(String name, Serde<K> key, Serde<V> value) {
        return switch (large) {
            case ON_DISK -> store(persistentKeyValueStore(name), key, value);
            case IN_MEMORY -> store(inMemoryKeyValueStore(name), key, value);
        };
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> store(
            KeyValueBytesStoreSupplier supplier, Serde<K> key, Serde<V> value) {
        return keyValueStoreBuilder(supplier, key, value);
    }
}
