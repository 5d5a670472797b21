package org.retold.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A web of a few addresses, and what was asked of it. */
public final class Web implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private record Answer(int status, Map<String, String> headers, String body) {}

    /**
     * A request that came.
     *
     * @param body of a post, otherwise empty
     * @param arrived nanoseconds on the clock of this process
     */
    public record Asked(String path, Headers headers, String body, long arrived) {

        public String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    private Web(HttpServer server) {
        this.server = server;
    }

    public static Web open() {
        try {
            Web web = new Web(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            web.server.createContext("/", web::answer);
            web.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            web.server.start();
            return web;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The address under a host name of its own. */
    public String url(String host, String path) {
        return "http://" + host + ".localhost:" + server.getAddress().getPort() + path;
    }

    public Web with(String path, String type, String body) {
        return with(path, 200, Map.of("Content-Type", type), body);
    }

    public Web with(String path, int status, Map<String, String> headers, String body) {
        answers.put(path, new Answer(status, headers, body));
        return this;
    }

    public List<Asked> asked(String path) {
        return asked.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** When each request came, whatever it asked for. */
    public List<Long> arrivals() {
        return asked.stream().map(Asked::arrived).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            long arrived = System.nanoTime();
            String path = exchange.getRequestURI().toString();
            String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            asked.add(new Asked(path, exchange.getRequestHeaders(), sent, arrived));
            Answer answer = answers.getOrDefault(path, new Answer(404, Map.of(), ""));
            byte[] body = answer.body().getBytes(UTF_8);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : 0);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
