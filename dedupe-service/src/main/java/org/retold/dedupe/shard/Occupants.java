package org.retold.dedupe.shard;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.retold.dedupe.article.Arrival;

/** Which slots are taken, the one that arrived first first, and where each article's newest revision sits. */
final class Occupants {

    private final Map<Integer, Arrival> arrivals = new LinkedHashMap<>();
    private final Map<String, Integer> newest = new HashMap<>();
    private final BitSet taken = new BitSet();

    /** Where the article's newest revision sits. */
    OptionalInt slotOf(String articleId) {
        @Nullable Integer slot = newest.get(articleId);
        return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
    }

    /** The lowest free slot: a function of what the shelf holds, so the same after a rebuild. */
    int freeSlot() {
        return taken.nextClearBit(0);
    }

    void seat(int slot, Arrival arrival) {
        arrivals.put(slot, arrival);
        taken.set(slot);
    }

    void seatNewest(int slot, Arrival arrival, String articleId) {
        seat(slot, arrival);
        newest.put(articleId, slot);
    }

    void leave(int slot, String articleId) {
        arrivals.remove(slot);
        taken.clear(slot);
        newest.remove(articleId, slot);
    }

    Optional<Map.Entry<Integer, Arrival>> first() {
        return arrivals.entrySet().stream().findFirst();
    }

    /** Articles, whatever the number of their revisions. */
    int articles() {
        return newest.size();
    }
}
