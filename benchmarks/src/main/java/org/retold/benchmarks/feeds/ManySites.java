package org.retold.benchmarks.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * A web of many feeds, each on the host of its site, as feeds are: most never change and say so, a fifth brings
 * something each time, some have only introductions, some are slow, broken, or do not answer at all.
 */
final class ManySites implements AutoCloseable {

    /** One site has this many feeds, so that its turns are always asked for. */
    static final int CROWDED = 200;

    static final int FEEDS_A_SITE = 4;
    private static final int ENTRIES = 20;
    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final Duration FOR_EVER = Duration.ofSeconds(60);
    private static final String TEXT =
            "<p>" + "Le conseil du port a voté la réforme des quais après trois heures de débat. ".repeat(20) + "</p>";

    private final HttpServer server;
    private final Lateness lateness;
    private final InstantSource clock = InstantSource.system();
    private final AtomicIntegerArray changes;
    private final LongAdder requests = new LongAdder();

    private ManySites(HttpServer server, int feeds, Lateness lateness) {
        this.server = server;
        this.lateness = lateness;
        this.changes = new AtomicIntegerArray(feeds);
    }

    static ManySites open(int feeds, Lateness lateness) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        ManySites sites = new ManySites(server, feeds, lateness);
        server.createContext("/", sites::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return sites;
    }

    /** Address of a feed. */
    String url(int feed) {
        int site = feed < CROWDED ? 0 : 1 + (feed - CROWDED) / FEEDS_A_SITE;
        return "http://site%d.localhost:%d/feed/%d"
                .formatted(site, server.getAddress().getPort(), feed);
    }

    /** The feeds from a number up to, and without, another. */
    String opml(int from, int to) {
        StringBuilder list = new StringBuilder("<opml version=\"2.0\"><body>");
        IntStream.range(from, to)
                .forEach(feed ->
                        list.append("<outline type=\"rss\" text=\"%d\" xmlUrl=\"%s\"/>".formatted(feed, url(feed))));
        return list.append("</body></opml>").toString();
    }

    long requests() {
        return requests.sum();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Instant arrival = clock.instant();
        requests.increment();
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            if (path.length == 3 && path[1].equals("feed")) {
                int feed = Integer.parseInt(path[2]);
                lateness.asked(url(feed), arrival);
                feed(exchange, feed);
            } else if (path.length == 4 && path[1].equals("page")) {
                send(
                        exchange,
                        200,
                        "text/html; charset=utf-8",
                        "<html><body><h1>T</h1>%s</body></html>".formatted(TEXT));
            } else if (exchange.getRequestURI().getPath().equals("/robots.txt") && host(exchange) % 2 == 0) {
                send(exchange, 200, "text/plain", "User-agent: *\nDisallow: /search\n");
            } else {
                send(exchange, 404, "text/plain", "");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void feed(HttpExchange exchange, int feed) throws IOException, InterruptedException {
        if (feed % 100 == 51) {
            send(exchange, 500, "text/plain", "");
            return;
        }
        if (feed % 200 == 152) {
            Thread.sleep(FOR_EVER);
            return;
        }
        if (feed % 20 == 3) {
            Thread.sleep(SLOW);
        }
        boolean changing = feed % 5 == 0;
        String tag = "\"%d-%d\"".formatted(feed, changing ? changes.incrementAndGet(feed) : 0);
        boolean validates = feed % 10 != 7;
        if (validates && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        if (validates) {
            exchange.getResponseHeaders().set("ETag", tag);
        }
        send(exchange, 200, "application/rss+xml; charset=utf-8", rss(feed));
    }

    private String rss(int feed) {
        StringBuilder rss = new StringBuilder(
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed %d</title>".formatted(feed));
        int newest = changes.get(feed) + ENTRIES;
        boolean introductions = feed % 20 == 10;
        for (int entry = newest; entry > newest - ENTRIES; entry--) {
            rss.append(
                    "<item><title>Nouvelle %d</title><link>/page/%d/%d</link><description><![CDATA[%s]]></description></item>"
                            .formatted(entry, feed, entry, introductions ? "Le conseil du port a voté (...)" : TEXT));
        }
        return rss.append("</channel></rss>").toString();
    }

    private static int host(HttpExchange exchange) {
        String digits = exchange.getRequestHeaders().getFirst("Host").replaceAll("\\..*|\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
