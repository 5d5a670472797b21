package org.retold.local.stack;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a local stack needs to know.
 *
 * @param checkout the project's directory, where the built services are
 * @param data where all state lives: Kafka's log, PostgreSQL, the services' own, logs
 * @param allowPrivateNetworks whether feeds and pages may lie on loopback and private addresses
 * @param environment further settings of the services, on top of ours
 */
public record StackSettings(
        Path checkout,
        Path data,
        StackPorts ports,
        Sizing sizing,
        boolean allowPrivateNetworks,
        Map<String, String> environment) {

    public StackSettings {
        checkout = checkout.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    /** On free ports, small, with feeds on this machine: for tests. */
    public static StackSettings forTests(Path checkout, Path data) {
        return new StackSettings(checkout, data, StackPorts.free(), Sizing.DEMO, true, Map.of());
    }
}
