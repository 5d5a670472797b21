package org.retold.ingest.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retold.contract.FirstAddress;
import org.retold.ingest.item.IdentifiedEntry;

/**
 * An entry of which we have not all that its feed tells, and why.
 *
 * @param known what we remember of it; absent when it was never sent
 */
public record Novelty(
        IdentifiedEntry entry, Kind kind, @Nullable SeenEntry known) {

    /** What is new about an entry. */
    public enum Kind {
        /** It was never sent. */
        FRESH,
        /** Its title or text changed since. */
        EDITED,
        /** It was sent with an introduction only, and its page is due for another try. */
        PAGE_AGAIN,
        /** It has another address or another name, and nothing else: there is nothing to send. */
        MOVED
    }

    /** Those of the entries that are new in one of these ways, in the order of the feed. */
    public static List<Novelty> among(List<IdentifiedEntry> entries, Map<String, SeenEntry> seen, Instant now) {
        return entries.stream()
                .flatMap(entry -> judge(entry, seen.get(entry.identity()), now))
                .toList();
    }

    private static Stream<Novelty> judge(IdentifiedEntry entry, @Nullable SeenEntry known, Instant now) {
        return kind(entry, known, now).map(kind -> new Novelty(entry, kind, known)).stream();
    }

    private static Optional<Kind> kind(IdentifiedEntry entry, @Nullable SeenEntry known, Instant now) {
        if (known == null) {
            return Optional.of(Kind.FRESH);
        }
        if (!known.fingerprint().equals(entry.fingerprint())) {
            return Optional.of(Kind.EDITED);
        }
        if (known.pageAgain() != null && !known.pageAgain().isAfter(now)) {
            return Optional.of(Kind.PAGE_AGAIN);
        }
        return known.hasMovedTo(entry) ? Optional.of(Kind.MOVED) : Optional.empty();
    }

    /** How often its page was asked for in vain before. */
    public int pageTries() {
        return known == null || kind == Kind.EDITED ? 0 : known.pageTries();
    }

    /** Where it was when it was sent for the first time; absent where it never was, or nobody knows. */
    public @Nullable FirstAddress first() {
        return known == null ? null : known.firstOf(entry).orElse(null);
    }
}
