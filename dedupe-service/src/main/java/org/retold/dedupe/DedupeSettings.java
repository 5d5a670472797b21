package org.retold.dedupe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What an operator can set. */
@ConfigMapping(prefix = "retold.dedupe")
public interface DedupeSettings {

    /** Kafka's bootstrap servers. */
    String kafka();

    /** Where state is kept between restarts; it can be rebuilt from Kafka. */
    Path state();

    /** Replicas of the topics that this service creates, changelogs included. */
    @WithDefault("1")
    short replicationFactor();

    /** Parts of the index; fixed for the life of the deployment's state. */
    @WithDefault("4")
    int shards();

    /** Threads of this instance; they share the shards and the story writer with those of other instances. */
    @WithDefault("2")
    int threads();

    /** Copies of each state that other instances keep warm. */
    @WithDefault("0")
    int standbys();

    /** How long an article is remembered after its newest revision, and a story after its last article. */
    @WithDefault("P60D")
    Duration memory();

    /** A model to decide with, as the training command writes it; otherwise the one that ships. */
    Optional<Path> model();

    /** Runs beside the live service under this name: reads what it reads, and writes to topics of its own. */
    Optional<String> shadow();

    /** How often decisions are committed, and so seen by others. */
    @WithDefault("PT0.1S")
    Duration commitInterval();
}
