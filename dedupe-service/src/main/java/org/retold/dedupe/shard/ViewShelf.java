package org.retold.dedupe.shard;

import java.util.Optional;
import java.util.function.ObjIntConsumer;

/** Where a shard keeps its views, by slot; it outlives the shard. */
public interface ViewShelf {

    Optional<ShelvedView> get(int slot);

    void put(int slot, ShelvedView view);

    void remove(int slot);

    /** All of them, in any order. */
    void forEach(ObjIntConsumer<ShelvedView> visitor);
}
