package org.retold.ingest.poll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
        @Nullable Instant pageAgain) {}
