package org.retold.ingest.websub;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers what hubs say. */
public final class Callback {

    private static final Logger LOG = Logger.getLogger(Callback.class);
    private static final Duration LONGEST_LEASE = Duration.ofDays(30);

    private final Subscriptions subscriptions;
    private final InstantSource clock;

    public Callback(Subscriptions subscriptions, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /**
     * A hub asks whether we want what somebody asked for in our name, or says that it does not want to.
     *
     * @return what to answer; empty when we want nothing of the kind
     */
    public Optional<String> asked(String id, Subscription.Word word) {
        Optional<Subscription> meant = subscriptions.find(id).filter(subscription -> subscription.isMeantBy(word));
        if (meant.isEmpty() || word.mode() == null) {
            return Optional.empty();
        }
        return switch (word.mode()) {
            case "subscribe" -> confirmed(meant.get(), word);
            case "denied" -> {
                LOG.infof("hub denies feedId=%s reason=%s", meant.get().feedId(), word.reason());
                subscriptions.denied(meant.get(), clock.instant());
                yield Optional.of("");
            }
            default -> Optional.empty();
        };
    }

    private Optional<String> confirmed(Subscription subscription, Subscription.Word word) {
        Duration lease = lease(word.leaseSeconds());
        if (word.challenge() == null || lease.isZero() || subscription.state() == Subscription.State.DENIED) {
            return Optional.empty();
        }
        subscriptions.confirmed(subscription, lease, clock.instant());
        return Optional.of(word.challenge());
    }

    private static Duration lease(@Nullable String seconds) {
        if (seconds == null || !seconds.matches("\\d{1,9}")) {
            return Duration.ZERO;
        }
        Duration lease = Duration.ofSeconds(Long.parseLong(seconds));
        return lease.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : lease;
    }

    /** What became of what a hub told. */
    public enum Told {
        /** The feed is polled as soon as its site may be asked. */
        HEARD,
        /** It is not signed as it should be, so nothing happens. */
        NOT_SIGNED,
        /** We want nothing of the kind, or not any more. */
        NOT_WANTED
    }

    /**
     * A hub says that a feed changed. What it says of the change is not believed: the feed itself is asked.
     *
     * @param signature {@code X-Hub-Signature}
     */
    public Told told(String id, byte[] body, @Nullable String signature) {
        Optional<Subscription> active =
                subscriptions.find(id).filter(subscription -> subscription.state() == Subscription.State.ACTIVE);
        if (active.isEmpty()) {
            return Told.NOT_WANTED;
        }
        if (!Signature.isOf(body, active.get().secret(), signature)) {
            return Told.NOT_SIGNED;
        }
        subscriptions.changed(active.get(), clock.instant());
        return Told.HEARD;
    }
}
