package org.retold.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Everything that can be set on this service. */
@ConfigMapping(prefix = "retold.ingest")
public interface IngestSettings {

    /** Bootstrap servers of Kafka. */
    String kafka();

    /** How many brokers keep a copy of the topics that this service creates. */
    @WithDefault("1")
    short replicationFactor();

    /** What changing calls must bring; generated and kept in the data directory where it is not set. */
    Optional<String> operatorToken();

    /** Where the generated operator token is kept. */
    Path data();

    /** Lets loopback and private networks be asked, never metadata services. */
    @WithDefault("false")
    boolean allowPrivateNetworks();

    /** How we introduce ourselves to publishers. */
    @WithDefault("Retold/0.1 (news feed reader)")
    String userAgent();

    /** When feeds are polled. */
    Poll poll();

    /** How hubs reach us. */
    WebSub websub();

    /** What a feed or page may cost. */
    Fetch fetch();

    /** When feeds are polled. */
    interface Poll {

        /** Whether this instance polls at all; one that does not still takes pushes. */
        @WithDefault("true")
        boolean enabled();

        /** How many feeds are polled at a time; most of them wait for their pages' sites. */
        @WithDefault("64")
        int parallel();

        /** A feed is never asked sooner than this. */
        @WithDefault("5m")
        Duration shortest();

        /** How often a feed is asked of which nothing is known. */
        @WithDefault("15m")
        Duration usual();

        /** A healthy feed is never left alone for longer than this, unless its publisher asks for it. */
        @WithDefault("3h")
        Duration longest();

        /** A feed is never left alone for longer than this because its publisher asks for it (ttl, max-age). */
        @WithDefault("24h")
        Duration longestAsked();

        /** A failing feed is never left alone for longer than this. */
        @WithDefault("24h")
        Duration longestAfterFailures();

        /** A feed whose habit nobody knows yet counts as silent when it brought nothing for so long. */
        @WithDefault("30d")
        Duration silentAfter();

        /**
         * How long after it was sent the page of a recent item is looked at again, for edits that its feed does not show;
         * empty to leave pages alone.
         */
        @WithDefault("2h,24h")
        Optional<List<Duration>> lookAgain();

        /** How long a feed stays with an instance that does not answer any more. */
        @WithDefault("30s")
        Duration lease();

        /** Entries are forgotten so long after they left their feed. */
        @WithDefault("180d")
        Duration forgetAfter();
    }

    /** How hubs reach us. */
    interface WebSub {

        /**
         * The public address of this service, for example {@code https://news.example}: hubs that feeds name are asked to
         * call {@code /websub/...} below it. Without one no hub is asked.
         */
        Optional<URI> callback();
    }

    /** What a feed or page may cost. */
    interface Fetch {

        /** Largest feed, after decompression. */
        @WithDefault("5M")
        MemorySize maxFeedSize();

        /** From the first look-up to the last byte. */
        @WithDefault("30s")
        Duration timeout();

        /** How long a site (registrable domain) is left alone after each of its answers, by all instances. */
        @WithDefault("1s")
        Duration siteSpacing();

        /** The same for this machine's own sites; with 0 they are asked at will, whatever their robots.txt asks for. */
        @WithDefault("0s")
        Duration localSpacing();

        /** Longest wait for a turn at a site, before the poll is put off. */
        @WithDefault("20s")
        Duration sitePatience();

        /** Whether a publisher's robots.txt is asked for and kept to. */
        @WithDefault("true")
        boolean robots();

        /** How long a robots.txt is good. */
        @WithDefault("24h")
        Duration robotsGoodFor();

        /** A publisher whose robots.txt asks for a longer pause between two requests gets this one. */
        @WithDefault("30s")
        Duration longestCrawlDelay();

        /** After this long a feed is asked for without conditions, whatever it said before. */
        @WithDefault("24h")
        Duration unconditionalAfter();
    }
}
