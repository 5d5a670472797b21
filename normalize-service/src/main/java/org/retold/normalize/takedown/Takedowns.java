package org.retold.normalize.takedown;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.retold.contract.Removal;
import org.retold.contract.Takedown;
import org.retold.normalize.article.ArticleId;

/** The takedowns that are in force, as they are said and lifted, and how far each has come. For many threads. */
public final class Takedowns {

    private final Map<String, Takedown> inForce = new LinkedHashMap<>();
    private final Map<String, Removal> removals = new LinkedHashMap<>();
    private final CountDownLatch known = new CountDownLatch(1);
    private volatile Set<String> barred = Set.of();

    public synchronized void say(Takedown takedown) {
        inForce.put(takedown.id(), takedown);
        bar();
    }

    public synchronized void lift(String takedownId) {
        inForce.remove(takedownId);
        bar();
    }

    public synchronized void report(Removal removal) {
        removals.put(removal.takedownId(), removal);
        bar();
    }

    public synchronized void forget(String takedownId) {
        removals.remove(takedownId);
        bar();
    }

    /** Whether this article was taken down; it is not to come again. */
    public boolean bars(String articleId) {
        return barred.contains(articleId);
    }

    /** Whether it was said and not lifted. */
    public synchronized boolean isInForce(String takedownId) {
        return inForce.containsKey(takedownId);
    }

    /** What is still to be done. */
    public synchronized List<Order> open() {
        List<Order> open = new ArrayList<>();
        inForce.forEach((id, takedown) -> {
            Removal removal = removals.get(id);
            if (removal == null || removal.state() != Removal.State.REMOVED) {
                open.add(new Order(takedown, meant(takedown), removal != null));
            }
        });
        return open;
    }

    /** Takedowns that were lifted and of which something is still told. */
    public synchronized List<String> outlived() {
        return removals.keySet().stream().filter(id -> !inForce.containsKey(id)).toList();
    }

    /** All that was said before we started was read. */
    public void areKnown() {
        known.countDown();
    }

    /** Waits for {@link #areKnown}; false when that takes longer. */
    public boolean awaitKnown(Duration longest) throws InterruptedException {
        return known.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void bar() {
        Set<String> all = new HashSet<>();
        inForce.values().forEach(takedown -> all.addAll(meant(takedown)));
        barred = Set.copyOf(all);
    }

    private Set<String> meant(Takedown takedown) {
        Set<String> ids = new HashSet<>();
        ArticleId.of(takedown.url()).ifPresent(ids::add);
        Removal removal = removals.get(takedown.id());
        if (removal != null) {
            ids.addAll(removal.articleIds());
        }
        return ids;
    }
}
