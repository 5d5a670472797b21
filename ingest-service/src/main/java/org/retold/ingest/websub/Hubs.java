package org.retold.ingest.websub;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.feed.Hub;

/** Hears of hubs. */
public interface Hubs {

    /** Nobody can reach us, so nobody is asked to tell us anything. */
    Hubs UNUSED = (feedId, hub, now) -> {};

    /**
     * A feed was read; another hub or name than before is subscribed to anew.
     *
     * @param hub absent when it names none, or none any more
     */
    void offered(String feedId, @Nullable Hub hub, Instant now);
}
