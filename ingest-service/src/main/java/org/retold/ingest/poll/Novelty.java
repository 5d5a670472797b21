package org.retold.ingest.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retold.contract.FirstAddress;
import org.retold.ingest.item.IdentifiedEntry;

/**
 * An entry that must be sent, and why.
 *
 * @param pageTries how often its page was asked for in vain before
 * @param first where it was when it was sent for the first time; absent where it never was, or nobody knows
 */
public record Novelty(
        IdentifiedEntry entry,
        Kind kind,
        int pageTries,
        @Nullable FirstAddress first) {

    /** Why an entry is sent. */
    public enum Kind {
        /** It was never sent. */
        FRESH,
        /** Its title or text changed since. */
        EDITED,
        /** It was sent with an introduction only, and its page is due for another try. */
        PAGE_AGAIN
    }

    /** Those of the entries that are new in one of these ways, in the order of the feed. */
    public static List<Novelty> among(List<IdentifiedEntry> entries, Map<String, SeenEntry> seen, Instant now) {
        return entries.stream().flatMap(entry -> judge(entry, seen, now)).toList();
    }

    private static Stream<Novelty> judge(IdentifiedEntry entry, Map<String, SeenEntry> seen, Instant now) {
        SeenEntry known = seen.get(entry.identity());
        if (known == null) {
            return Stream.of(new Novelty(entry, Kind.FRESH, 0, null));
        }
        Trail trail = known.trail();
        FirstAddress first = trail != null && trail.leadsTo(entry) ? trail.first() : null;
        if (!known.fingerprint().equals(entry.fingerprint())) {
            return Stream.of(new Novelty(entry, Kind.EDITED, 0, first));
        }
        Instant due = known.pageAgain();
        return due != null && !due.isAfter(now)
                ? Stream.of(new Novelty(entry, Kind.PAGE_AGAIN, known.pageTries(), first))
                : Stream.empty();
    }
}
