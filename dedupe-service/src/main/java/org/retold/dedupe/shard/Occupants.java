package org.retold.dedupe.shard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.retold.dedupe.article.Arrival;
import org.retold.dedupe.verify.Gist;

/** Who sits in which slot, who arrived first, and where each article's newest revision sits. */
final class Occupants {

    private final List<@Nullable Occupant> slots = new ArrayList<>();
    private final Queue<Integer> arrived = new ArrayDeque<>();
    private final Map<String, Integer> newest = new HashMap<>();
    private final BitSet taken = new BitSet();

    /**
     * A kept revision.
     *
     * @param gist nothing when a later revision has come
     */
    record Occupant(
            int slot,
            Arrival arrival,
            String articleId,
            @Nullable Gist gist) {}

    /** Where the article's newest revision sits. */
    OptionalInt slotOf(String articleId) {
        @Nullable Integer slot = newest.get(articleId);
        return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
    }

    Occupant at(int slot) {
        return Objects.requireNonNull(slots.get(slot));
    }

    /** The lowest free slot: a function of what the shelf holds, so the same after a rebuild. */
    int freeSlot() {
        return taken.nextClearBit(0);
    }

    /** Occupants come in the order of their arrival. */
    void seat(Occupant occupant) {
        while (slots.size() <= occupant.slot()) {
            slots.add(null);
        }
        slots.set(occupant.slot(), occupant);
        taken.set(occupant.slot());
        arrived.add(occupant.slot());
        if (occupant.gist() != null) {
            newest.put(occupant.articleId(), occupant.slot());
        }
    }

    /** A later revision has come: it keeps its place, and nobody is compared with it. */
    void supersede(int slot) {
        Occupant occupant = at(slot);
        slots.set(slot, new Occupant(slot, occupant.arrival(), occupant.articleId(), null));
    }

    Optional<Occupant> first() {
        return Optional.ofNullable(arrived.peek()).map(this::at);
    }

    void firstLeaves() {
        leave(arrived.element());
    }

    /** Slots of all revisions of an article; looks at every slot if there are any. */
    int[] slotsOf(String articleId) {
        return newest.containsKey(articleId)
                ? taken.stream()
                        .filter(slot -> at(slot).articleId().equals(articleId))
                        .toArray()
                : new int[0];
    }

    /** It leaves before its time. */
    void leave(int slot) {
        arrived.remove(slot);
        newest.remove(at(slot).articleId(), slot);
        slots.set(slot, null);
        taken.clear(slot);
    }

    /** Articles, whatever the number of their revisions. */
    int articles() {
        return newest.size();
    }
}
