package org.retold.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.retold.api.story.Texts;

/** What can be set. */
@ConfigMapping(prefix = "retold.api")
public interface ApiSettings {

    /** Kafka's bootstrap servers, {@code host:port}, more than one with commas. */
    @WithDefault("localhost:9092")
    String kafka();

    /** Copies of each partition of the topics that this service creates. */
    @WithDefault("1")
    int replicationFactor();

    /** What a call that changes something must bring; without one nobody can change anything. */
    Optional<String> operatorToken();

    /** Whether the topics are read; off, the service only shows what is there. */
    @WithDefault("true")
    boolean reading();

    /** Articles that no story claims any more, and events, are kept for this long after they came. */
    @WithDefault("90d")
    Duration keep();

    /** How much of an article's text is shown: {@code full}, or {@code excerpt} for its first 300 characters. */
    @WithDefault("full")
    Texts texts();

    /** So many may listen to the stream of events at once; each costs a connection. */
    @WithDefault("500")
    int listeners();

    /** Whoever takes longer to take what it is told is hung up on. */
    @WithDefault("10s")
    Duration listenerPatience();

    /** Webhooks may be on loopback and private networks, never on metadata services. */
    @WithDefault("false")
    boolean allowPrivateNetworks();

    /** How webhooks are told what happens. */
    Webhooks webhooks();

    /** How webhooks are told what happens. */
    interface Webhooks {

        /** So many there may be. */
        @WithDefault("100")
        int most();

        /** A receiver has so long to answer. */
        @WithDefault("10s")
        Duration timeout();

        /** One that took nothing for so long is disabled. */
        @WithDefault("3d")
        Duration patience();

        /** What was told, and what was answered, is kept for so long. */
        @WithDefault("7d")
        Duration log();
    }
}
