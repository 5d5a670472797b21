package org.retold.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A site of this machine with one feed, which has the whole text of everything that the site ever published. */
final class FeedOfAll implements AutoCloseable {

    private static final int OK = 200;

    private final HttpServer server;
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Set<String> given = ConcurrentHashMap.newKeySet();

    FeedOfAll() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/feed", this::answer);
        server.start();
    }

    /** Address of the feed. */
    String url() {
        return base() + "feed";
    }

    /**
     * Publishes an article.
     *
     * @return its address
     */
    String publish(String title, String text) {
        String url = base() + "article-" + entries.size();
        entries.add(new Entry(url, title, text, ZonedDateTime.now(ZoneOffset.UTC)));
        return url;
    }

    /** Addresses of all articles that were in a feed which somebody read to its end. */
    Set<String> given() {
        return Set.copyOf(given);
    }

    private String base() {
        return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<Entry> shown = List.copyOf(entries);
            byte[] body = feed(shown.reversed()).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(OK, body.length);
            exchange.getResponseBody().write(body);
            shown.forEach(entry -> given.add(entry.url()));
        }
    }

    private static String feed(List<Entry> newestFirst) {
        StringBuilder feed = new StringBuilder("""
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
                <title>The Loopback Courier</title>
                """);
        for (Entry entry : newestFirst) {
            feed.append("""
                    <item><title>%s</title><link>%s</link><pubDate>%s</pubDate>
                    <content:encoded>&lt;p&gt;%s&lt;/p&gt;</content:encoded></item>
                    """.formatted(
                            entry.title(),
                            entry.url(),
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(entry.published()),
                            entry.text().replace("\n\n", "&lt;/p&gt;&lt;p&gt;")));
        }
        return feed.append("</channel></rss>\n").toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** @param text paragraphs of letters and full stops */
    private record Entry(String url, String title, String text, ZonedDateTime published) {}
}
