package org.retold.dedupe.kafka;

import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.retold.dedupe.shard.ShelvedView;
import org.retold.dedupe.shard.ViewShelf;

/** One shard's views in the state store of its task, which may hold other shards too. */
final class StoreShelf implements ViewShelf {

    private final KeyValueStore<Long, ShelvedView> store;
    private final int shard;

    StoreShelf(KeyValueStore<Long, ShelvedView> store, int shard) {
        this.store = store;
        this.shard = shard;
    }

    @Override
    public Optional<ShelvedView> get(int slot) {
        return Optional.ofNullable(store.get(key(slot)));
    }

    @Override
    public void put(int slot, ShelvedView view) {
        store.put(key(slot), view);
    }

    @Override
    public void remove(int slot) {
        store.delete(key(slot));
    }

    @Override
    public void forEach(ObjIntConsumer<ShelvedView> visitor) {
        try (KeyValueIterator<Long, ShelvedView> all = all()) {
            all.forEachRemaining(entry -> visitor.accept(entry.value, entry.key.intValue()));
        }
    }

    boolean isEmpty() {
        try (KeyValueIterator<Long, ShelvedView> all = all()) {
            return !all.hasNext();
        }
    }

    private KeyValueIterator<Long, ShelvedView> all() {
        return store.range(key(0), key(Integer.MAX_VALUE));
    }

    private long key(int slot) {
        return ((long) shard << Integer.SIZE) | slot;
    }
}
