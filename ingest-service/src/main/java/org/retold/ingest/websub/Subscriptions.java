package org.retold.ingest.websub;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was asked of hubs; all instances share it. */
public interface Subscriptions extends Hubs {

    Optional<Subscription> find(String id);

    /** Those whose hubs are to be asked now; nobody else takes them for some minutes. */
    List<Subscription> due(int limit, Instant now);

    /** The hub took it, and will ask back. */
    void asked(Subscription subscription, Instant now);

    /** The hub did not take it. */
    void failed(Subscription subscription, Instant now);

    /** The hub's site is busy. */
    void putOff(Subscription subscription, Instant until);

    /** The hub does not want to; it is asked again some day. */
    void denied(Subscription subscription, Instant now);

    /** The hub asked back, and tells for so long. Whatever was missed until now the next poll brings, which is due. */
    void confirmed(Subscription subscription, Duration lease, Instant now);

    /** The hub says that the feed changed. */
    void changed(Subscription subscription, Instant now);
}
