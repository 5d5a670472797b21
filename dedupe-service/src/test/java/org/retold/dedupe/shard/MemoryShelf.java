package org.retold.dedupe.shard;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;

/** A shelf for as long as a test. */
final class MemoryShelf implements ViewShelf {

    final Map<Integer, ShelvedView> views = new TreeMap<>();

    @Override
    public Optional<ShelvedView> get(int slot) {
        return Optional.ofNullable(views.get(slot));
    }

    @Override
    public void put(int slot, ShelvedView view) {
        views.put(slot, view);
    }

    @Override
    public void remove(int slot) {
        views.remove(slot);
    }

    @Override
    public void forEach(ObjIntConsumer<ShelvedView> visitor) {
        views.forEach((slot, view) -> visitor.accept(view, slot));
    }
}
