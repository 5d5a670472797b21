package org.retold.dedupe.kafka;

import static org.apache.kafka.common.serialization.Serdes.Long;
import static org.apache.kafka.common.serialization.Serdes.String;

import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** State stores of this service, all with changelogs: the small ones in memory, the large ones on disk. */
public final class Stores {

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

    private Stores() {}

    public static StoreBuilder<KeyValueStore<String, Long>> clock() {
        return inMemory(CLOCK, String(), Long()).withCachingEnabled();
    }

    public static StoreBuilder<?> views() {
        return onDisk(VIEWS, Long(), Codecs.SHELVED_VIEW);
    }

    public static StoreBuilder<?> pending() {
        return inMemory(PENDING, String(), Codecs.ANSWERS).withCachingEnabled();
    }

    public static StoreBuilder<?> articles() {
        return onDisk(ARTICLES, String(), Codecs.TOLD_ARTICLE);
    }

    public static StoreBuilder<?> stories() {
        return onDisk(STORIES, String(), Codecs.STORY_STATE);
    }

    public static StoreBuilder<?> silence() {
        return onDisk(SILENCE, String(), String());
    }

    public static StoreBuilder<?> corrections() {
        return inMemory(CORRECTIONS, String(), Codecs.CORRECTION);
    }

    public static StoreBuilder<?> corrected() {
        return inMemory(CORRECTED, String(), Codecs.CORRECTION_IDS);
    }

    public static StoreBuilder<?> counters() {
        return inMemory(COUNTERS, String(), Long()).withCachingEnabled();
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> inMemory(String name, Serde<K> key, Serde<V> value) {
        return store(org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name), key, value);
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> onDisk(String name, Serde<K> key, Serde<V> value) {
        return store(org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name), key, value);
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> store(
            KeyValueBytesStoreSupplier supplier, Serde<K> key, Serde<V> value) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(supplier, key, value);
    }
}
