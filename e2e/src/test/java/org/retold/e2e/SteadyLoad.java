package org.retold.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two articles twice a second, until it is closed: a report that is pushed, and its copy at another publisher, which is
 * pushed too or, each third time, stands in a feed. Whoever pushes tries until it is accepted.
 */
final class SteadyLoad implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration TRY_AGAIN = Duration.ofMillis(200);
    private static final int EACH_THIRD = 3;

    private final Pipeline pipeline;
    private final InventedNews news;
    private final String name;
    private final FeedOfAll site = new FeedOfAll();
    private final Map<String, Integer> pushed = new ConcurrentHashMap<>();
    private final Map<String, Integer> published = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean over;
    private final AtomicInteger refusals = new AtomicInteger();

    /** @param seed of its words, and part of its hosts' names */
    private SteadyLoad(Pipeline pipeline, long seed) throws IOException {
        this.pipeline = pipeline;
        this.news = new InventedNews(seed);
        this.name = "s" + Long.toUnsignedString(seed, Character.MAX_RADIX) + "t"
                + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        this.thread = Thread.ofVirtual().name("steady-load").unstarted(this::run);
    }

    static SteadyLoad on(Pipeline pipeline, long seed) throws IOException {
        SteadyLoad load = new SteadyLoad(pipeline, seed);
        pipeline.addFeed(load.site.url());
        load.thread.start();
        return load;
    }

    /** Ends the load; what it pushed last is accepted then, and what it published last may still have to be read. */
    void stop() throws InterruptedException {
        over = true;
        thread.join();
    }

    /** For each article that was accepted or given out in a feed, the number of its report: two articles have the same. */
    Map<String, Integer> articles() {
        Map<String, Integer> articles = new TreeMap<>(pushed);
        articles.putAll(published);
        articles.keySet()
                .removeIf(url -> published.containsKey(url) && !site.given().contains(url));
        return articles;
    }

    /** Waits until everything that was published has been read in the feed. */
    void awaitAllIsGiven() {
        await("the feed is read to its end")
                .atMost(Duration.ofMinutes(2))
                .until(() -> site.given().containsAll(published.keySet()));
    }

    /** How many pushes were accepted so far. */
    int accepted() {
        return pushed.size();
    }

    /** How often a push was not accepted and had to be tried again. */
    int refusals() {
        return refusals.get();
    }

    private void run() {
        try {
            for (int report = 0; !over; report++) {
                String title = news.headline();
                String text = news.report();
                push("one", report, title, text);
                if (report % EACH_THIRD == 0) {
                    published.put(site.publish(title, text), report);
                } else {
                    push("two", report, title, text);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void push(String publisher, int report, String title, String text) throws InterruptedException {
        String host = publisher + "." + name + ".example";
        String url = "https://%s/article-%d".formatted(host, report);
        while (!isAccepted(Map.of("url", url, "title", title, "text", text, "publisher", host))) {
            refusals.incrementAndGet();
            Thread.sleep(TRY_AGAIN);
        }
        pushed.put(url, report);
    }

    private boolean isAccepted(Map<String, String> item) {
        try {
            return pipeline.push(List.of(JSON.writeValueAsString(item)))
                            .get("accepted")
                            .asInt()
                    == 1;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends it at once, and its site with it. */
    @Override
    public void close() {
        over = true;
        thread.interrupt();
        site.close();
    }
}
