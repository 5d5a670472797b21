package org.retold.dedupe.kafka;

import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.retold.dedupe.shard.ShelvedView;
import org.retold.dedupe.shard.ViewShelf;

/** A shard's views in its state store. */
final class StoreShelf implements ViewShelf {

    private final KeyValueStore<Integer, ShelvedView> store;

    StoreShelf(KeyValueStore<Integer, ShelvedView> store) {
        this.store = store;
    }

    @Override
    public Optional<ShelvedView> get(int slot) {
        return Optional.ofNullable(store.get(slot));
    }

    @Override
    public void put(int slot, ShelvedView view) {
        store.put(slot, view);
    }

    @Override
    public void remove(int slot) {
        store.delete(slot);
    }

    @Override
    public void forEach(ObjIntConsumer<ShelvedView> visitor) {
        try (KeyValueIterator<Integer, ShelvedView> all = store.all()) {
            all.forEachRemaining(entry -> visitor.accept(entry.value, entry.key));
        }
    }
}
