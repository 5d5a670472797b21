package org.retold.ingest.websub;

import org.jspecify.annotations.Nullable;
import org.retold.ingest.feed.Hub;

/**
 * What we want to hear of from a hub.
 *
 * @param id the part of our callback's address that nobody can guess
 * @param secret with which the hub signs what it tells
 * @param tries how often the hub was asked in vain, one after the other
 */
public record Subscription(String id, String feedId, Hub hub, String secret, State state, int tries) {

    /** How far it is. */
    public enum State {
        /** The hub is to be asked, or was and has not asked back. */
        WANTED,
        /** The hub asked back, and tells. */
        ACTIVE,
        /** The hub does not want to. */
        DENIED
    }

    /** What a hub says of a subscription: the parameters of its call, absent where it does not say. */
    public record Word(
            @Nullable String mode,
            @Nullable String topic,
            @Nullable String challenge,
            @Nullable String leaseSeconds,
            @Nullable String reason) {}

    /** Whether a hub means this one. */
    boolean isMeantBy(Word word) {
        return hub.topic().equals(word.topic());
    }
}
