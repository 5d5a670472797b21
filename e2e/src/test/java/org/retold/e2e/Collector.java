package org.retold.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes spans as a collector of OpenTelemetry does, by OTLP over HTTP, and keeps them as the bytes that came. */
final class Collector implements AutoCloseable {

    private final List<String> exports = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private Collector(HttpServer server) {
        this.server = server;
    }

    static Collector open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Collector collector = new Collector(server);
        server.createContext("/v1/traces", exchange -> {
            collector.exports.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return collector;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whether a service told of a span of this name in this trace. An export is of one service, which it names. */
    boolean has(String service, String span, String traceId) {
        String trace = new String(HexFormat.of().parseHex(traceId), ISO_8859_1);
        return exports.stream()
                .anyMatch(export -> export.contains(service) && export.contains(span) && export.contains(trace));
    }

    /** Whether anything that was told holds this text. */
    boolean knows(String text) {
        return exports.stream().anyMatch(export -> export.contains(text));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
