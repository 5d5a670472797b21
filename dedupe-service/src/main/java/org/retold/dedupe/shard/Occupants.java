package org.retold.dedupe.shard;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.dedupe.article.Arrival;

/** Who sits in which slot, the longest silent first; derived from the shelf. */
final class Occupants {

    private final Map<String, Occupant> byArticle = new LinkedHashMap<>();
    private final BitSet taken = new BitSet();

    record Occupant(int slot, Arrival arrival) {}

    @Nullable
    Occupant of(String articleId) {
        return byArticle.get(articleId);
    }

    /** The lowest free slot: a function of what the shelf holds, so the same after a rebuild. */
    int freeSlot() {
        return taken.nextClearBit(0);
    }

    void seat(String articleId, int slot, Arrival arrival) {
        byArticle.remove(articleId);
        byArticle.put(articleId, new Occupant(slot, arrival));
        taken.set(slot);
    }

    void leave(String articleId) {
        Occupant gone = byArticle.remove(articleId);
        if (gone != null) {
            taken.clear(gone.slot());
        }
    }

    Optional<Map.Entry<String, Occupant>> longestSilent() {
        return byArticle.entrySet().stream().findFirst();
    }

    int size() {
        return byArticle.size();
    }
}
