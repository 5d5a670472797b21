package org.retold.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.retold.local.demo.DemoContent;
import org.retold.local.demo.Document;
import org.retold.local.demo.Newsstand;
import org.retold.local.demo.Outlet;
import org.retold.local.demo.Publisher;
import org.retold.local.process.Ports;

/**
 * Serves the demo site. Publishers are told apart by their hosts, and names below {@code localhost} are not known
 * everywhere: so each outlet has a loopback address of its own, from 127.0.0.11 on. Where the machine has only one such
 * address (macOS), each has a port of its own.
 */
public final class DemoSite implements AutoCloseable {

    private static final int FIRST_HOST = 11;
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    private final int port;
    private final Newsstand newsstand;
    private final Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final List<HttpServer> servers = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private DemoSite(int port) {
        this.port = port;
        DemoContent content = DemoContent.bundled();
        Map<Publisher, InetSocketAddress> addresses = addresses(content.publishers(), port);
        this.newsstand = Newsstand.of(content, publisher -> uri(Objects.requireNonNull(addresses.get(publisher))));
    }

    /**
     * Serves until it is closed.
     *
     * @param port of the front page, which lists the outlets; 0 takes a free one
     */
    public static DemoSite start(int port) {
        DemoSite site = new DemoSite(port == 0 ? Ports.free() : port);
        try {
            for (Outlet outlet : site.newsstand.outlets()) {
                URI base = outlet.base();
                site.serve(
                        new InetSocketAddress(base.getHost(), base.getPort()),
                        exchange -> outlet.at(exchange.getRequestURI().toString()));
            }
            site.serve(loopback(site.port), site::atFront);
            return site;
        } catch (IOException e) {
            site.close();
            throw new UncheckedIOException("the demo site cannot be served", e);
        }
    }

    /** Address of the page that lists the outlets. */
    public URI url() {
        return uri(loopback(port));
    }

    /** The outlets, their OPML and what is true about their articles. */
    public Newsstand newsstand() {
        return newsstand;
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        threads.close();
    }

    private Optional<Document> atFront(HttpExchange exchange) {
        return switch (exchange.getRequestURI().toString()) {
            case "/" -> Optional.of(newsstand.frontPage());
            case "/feeds.opml" ->
                Optional.of(new Document(
                        "text/x-opml; charset=utf-8",
                        StandardCharsets.UTF_8,
                        newsstand.opml(),
                        Document.Validators.NONE));
            default -> Optional.empty();
        };
    }

    private void serve(InetSocketAddress address, Pages pages) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange, pages.at(exchange));
            }
        });
        server.start();
        servers.add(server);
    }

    private void answer(HttpExchange exchange, Optional<Document> found) throws IOException {
        if (found.isEmpty()) {
            send(exchange, NOT_FOUND, "not here".getBytes(StandardCharsets.UTF_8));
            return;
        }
        Document document = found.get();
        byte[] bytes = document.bytes();
        exchange.getResponseHeaders().set("Content-Type", document.contentType());
        boolean unchanged = switch (document.validators()) {
            case NONE -> false;
            case ENTITY_TAG -> hasSameTag(exchange, bytes);
            case DATE_ONCE -> hasSameDate(exchange);
        };
        if (unchanged) {
            exchange.sendResponseHeaders(NOT_MODIFIED, -1);
        } else {
            send(exchange, OK, bytes);
        }
    }

    private static boolean hasSameTag(HttpExchange exchange, byte[] bytes) {
        String tag = "\"%08x\"".formatted(Arrays.hashCode(bytes));
        exchange.getResponseHeaders().set("ETag", tag);
        return tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    }

    private boolean hasSameDate(HttpExchange exchange) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(started.atOffset(ZoneOffset.UTC));
        String known = exchange.getRequestHeaders().getFirst("If-Modified-Since");
        if (known == null) {
            exchange.getResponseHeaders().set("Last-Modified", date);
        }
        return date.equals(known);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<Publisher, InetSocketAddress> addresses(List<Publisher> publishers, int port) {
        boolean manyHosts = canServe(host(publishers.size()), port);
        Map<Publisher, InetSocketAddress> addresses = new LinkedHashMap<>();
        for (Publisher publisher : publishers) {
            int place = addresses.size();
            addresses.put(publisher, manyHosts ? new InetSocketAddress(host(place), port) : loopback(Ports.free()));
        }
        return addresses;
    }

    private static boolean canServe(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String host(int place) {
        return "127.0.0." + (FIRST_HOST + place);
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static URI uri(InetSocketAddress address) {
        return URI.create("http://%s:%d/".formatted(address.getAddress().getHostAddress(), address.getPort()));
    }

    /** What stands where. */
    private interface Pages {

        Optional<Document> at(HttpExchange exchange);
    }
}
