package org.retold.local.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.retold.local.process.Ports;

/** Which part listens where, on the loopback address; 0 takes a free port. */
public record StackPorts(int api, int ingest, int normalize, int dedupe, int kafka, int postgres) {

    public StackPorts {
        for (int port : new int[] {api, ingest, normalize, dedupe, kafka, postgres}) {
            if (port < 0 || port > 65535) {
                throw new IllegalArgumentException("port %d is not within 0 and 65535".formatted(port));
            }
        }
    }

    /** The ports that the documentation names. */
    public static StackPorts usual() {
        return new StackPorts(8080, 8081, 8082, 8083, 9092, 0);
    }

    /** Ports that are free right now. */
    public static StackPorts free() {
        return new StackPorts(0, 0, 0, 0, 0, 0).chosen();
    }

    /** The same with a free port for each 0. */
    StackPorts chosen() {
        return new StackPorts(
                chosen(api), chosen(ingest), chosen(normalize), chosen(dedupe), chosen(kafka), chosen(postgres));
    }

    /** Refuses a port that somebody listens on. */
    void mustBeFree() {
        byPart().forEach((part, port) -> mustBeFree(part, port, "--" + part.replace("-service", "") + "-port"));
    }

    /** @throws Trouble where somebody listens on this port */
    public static void mustBeFree(String part, int port, String option) {
        if (port != 0 && Ports.isTaken(port)) {
            throw new Trouble(
                    "Port %d, where %s listens, is in use: stop the program that uses it, or give another with %s N."
                            .formatted(port, part, option));
        }
    }

    int of(Service service) {
        return switch (service) {
            case INGEST -> ingest;
            case NORMALIZE -> normalize;
            case DEDUPE -> dedupe;
            case API -> api;
        };
    }

    private Map<String, Integer> byPart() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            ports.put(service.module(), of(service));
        }
        ports.put("kafka", kafka);
        ports.put("postgres", postgres);
        return ports;
    }

    private static int chosen(int port) {
        return port == 0 ? Ports.free() : port;
    }
}
