package org.retold.local.stack;

import java.util.List;

/** How much memory the processes may take, and whether they start fast or run fast. */
public enum Sizing {
    /** All of it in less than 2.5 GiB; compiled for a quick start. */
    DEMO,
    /** For own feeds over months. */
    LASTING;

    List<String> options(Service service) {
        return switch (this) {
            case DEMO -> List.of("-Xmx128m", "-XX:TieredStopAtLevel=1");
            case LASTING -> List.of(service == Service.DEDUPE ? "-Xmx1g" : "-Xmx256m");
        };
    }

    List<String> brokerOptions() {
        return switch (this) {
            case DEMO -> List.of("-Xmx144m", "-XX:TieredStopAtLevel=1");
            case LASTING -> List.of("-Xmx384m");
        };
    }
}
