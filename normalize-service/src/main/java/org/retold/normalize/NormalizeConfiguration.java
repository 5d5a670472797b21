package org.retold.normalize;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Everything that can be set about this service; the engine's own settings are in application.properties. */
@ConfigMapping(prefix = "retold.normalize")
public interface NormalizeConfiguration {

    /** Kafka bootstrap servers, {@code host:port} separated by commas; from {@code RETOLD_KAFKA}. */
    String kafka();

    /** Copies that Kafka keeps of each topic this service creates; from {@code RETOLD_REPLICATION_FACTOR}. */
    @WithDefault("1")
    short replicationFactor();

    /** Where the stream keeps its lock and checkpoints; lives and dies with the broker's data. */
    @WithDefault(".retold/normalize")
    String state();

    /** How many items are normalised at once; more than the items topic has partitions is of no use. */
    @WithDefault("2")
    int threads();

    /** How long the broker has to clean up after a takedown before it is looked at again; seconds at least. */
    @WithDefault("1m")
    Duration takedownRound();
}
