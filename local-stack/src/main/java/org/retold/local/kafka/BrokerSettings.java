package org.retold.local.kafka;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a broker needs to know.
 *
 * @param directory where its log lives; made when missing, and used again when not
 * @param port on the loopback address; 0 takes a free one
 * @param more settings of the broker, on top of ours
 */
public record BrokerSettings(Path directory, int port, Map<String, String> more) {

    public BrokerSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port %d is not within 0 and 65535".formatted(port));
        }
        directory = directory.toAbsolutePath();
        more = Map.copyOf(more);
    }

    /** A broker that lets everybody in. */
    public BrokerSettings(Path directory, int port) {
        this(directory, port, Map.of());
    }
}
