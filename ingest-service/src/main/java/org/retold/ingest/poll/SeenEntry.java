package org.retold.ingest.poll;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.contract.FirstAddress;
import org.retold.ingest.item.IdentifiedEntry;

/**
 * What we remember of an entry that was sent.
 *
 * @param trail how it is found again under another address; absent where it had none, or was sent before this was kept
 * @param pageTries how often its page was asked for in vain
 * @param pageAgain when it is asked for again; absent when it is not
 */
public record SeenEntry(
        String identity,
        String fingerprint,
        @Nullable Trail trail,
        int pageTries,
        @Nullable Instant pageAgain) {

    /** Where it was first, as far as this is the same article still. */
    Optional<FirstAddress> firstOf(IdentifiedEntry entry) {
        return Optional.ofNullable(trail)
                .filter(it -> it.leadsTo(entry) || tellsTheSame(entry))
                .map(Trail::first);
    }

    /** Whether title, text and date are the same, whatever it is called. */
    boolean tellsTheSame(IdentifiedEntry entry) {
        return trail != null
                && trail.date() != null
                && trail.date().equals(entry.entry().date())
                && fingerprint.equals(entry.fingerprint());
    }

    /** Whether it is told under another address, or by another name, than last time. */
    boolean hasMovedTo(IdentifiedEntry entry) {
        return trail != null
                && firstOf(entry).isPresent()
                && !(identity.equals(entry.identity())
                        && trail.isAt(entry.entry().link()));
    }

    /** The same entry where its feed tells it now. */
    public SeenEntry movedTo(IdentifiedEntry entry) {
        return new SeenEntry(
                entry.identity(),
                fingerprint,
                trail == null ? null : Trail.of(entry, trail.first()),
                pageTries,
                pageAgain);
    }
}
