package org.retold.local.kafka;

import java.nio.file.Path;

/**
 * What a broker needs to know.
 *
 * @param directory where its log lives; made when missing, and used again when not
 * @param port on the loopback address; 0 takes a free one
 */
public record BrokerSettings(Path directory, int port) {

    public BrokerSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port %d is not within 0 and 65535".formatted(port));
        }
        directory = directory.toAbsolutePath();
    }
}
