package org.retold.normalize.kafka;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;
import org.retold.contract.Removal;
import org.retold.contract.Removal.State;
import org.retold.normalize.takedown.Order;
import org.retold.normalize.takedown.Search;
import org.retold.normalize.takedown.Takedowns;
import org.retold.trail.Unquoted;

/**
 * Carries out takedowns, in rounds, until a walk through the topics from the start meets nothing of them:
 *
 * <pre>
 * compaction on ─▶ find items, then articles ─▶ tombstones, delete items ─▶ tell ─▶ the broker cleans ─┐
 *      ▲                                                                                              │
 *      └──────────────────────────────────── a round later ◀─────────────────────────────────────────┘
 * </pre>
 *
 * <p>Tombstones are written again in every round that still meets their record: the broker closes a segment only when
 * something comes later, and cleans closed segments only.
 */
public final class Sweeper implements Runnable {

    private static final Logger LOG = Logger.getLogger(Sweeper.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Connection connection;
    private final Takedowns takedowns;
    private final String group;
    private final Duration round;
    private final InstantSource clock;
    private volatile boolean stopping;

    /**
     * @param group whose committed offsets say which items were normalised
     * @param round from the start of one round to that of the next, at least
     */
    public Sweeper(Connection connection, Takedowns takedowns, String group, Duration round, InstantSource clock) {
        this.connection = connection;
        this.takedowns = takedowns;
        this.group = group;
        this.round = round;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            while (!stopping && !takedowns.awaitKnown(LOOK)) {
                LOG.debug("takedowns are not read yet");
            }
            while (!stopping) {
                try (SweepDuty duty = new SweepDuty(connection);
                        Producer<String, byte[]> producer = connection.producer();
                        Admin admin = connection.admin()) {
                    new Rounds(admin, producer).go(duty);
                } catch (RuntimeException e) {
                    LOG.warnf("sweep broke off, tried again reason=%s", Unquoted.said(e));
                    Thread.sleep(LOOK);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends after the round at hand. */
    public void stop() {
        stopping = true;
    }

    /** Rounds of one instance, as long as it is its turn. */
    private final class Rounds {

        private final Compaction compaction;
        private final RawItems items;
        private final ArticleLog articles;
        private Instant next = Instant.MIN;
        private boolean compacting = true; // somebody before us may have died amid a round

        private Rounds(Admin admin, Producer<String, byte[]> producer) {
            compaction = new Compaction(admin, round.dividedBy(2));
            items = new RawItems(connection, admin, group);
            articles = new ArticleLog(connection, producer);
        }

        private void go(SweepDuty duty) throws InterruptedException {
            while (!stopping) {
                if (duty.isOurs()) {
                    look();
                }
                Thread.sleep(LOOK);
            }
        }

        private void look() throws InterruptedException {
            Instant now = clock.instant();
            for (String lifted : takedowns.outlived()) {
                articles.forget(lifted, now);
                takedowns.forget(lifted);
            }
            List<Order> open = takedowns.open();
            if (open.isEmpty()) {
                if (compacting) {
                    compaction.off();
                    compacting = false;
                }
            } else if (!now.isBefore(next) || !open.stream().allMatch(Order::announced)) {
                next = now.plus(round);
                compaction.on();
                compacting = true;
                sweep(open, now);
            }
        }

        private void sweep(List<Order> open, Instant now) throws InterruptedException {
            Search search = new Search(open);
            items.find(search);
            Map<String, String> found = articles.find(search);
            for (Order order : open) {
                tell(order, search, now);
            }
            found.values().removeIf(takedown -> !takedowns.isInForce(takedown));
            articles.end(found, clock.instant());
            items.delete(search.lastItems());
            LOG.infof("swept takedowns=%d articleRecords=%d", open.size(), found.size());
        }

        /** What is found for the first time has to be looked for once more. */
        private void tell(Order order, Search search, Instant now) throws InterruptedException {
            String id = order.takedown().id();
            Set<String> meant = search.articleIds(id);
            boolean removed = order.announced() && !search.hasFound(id);
            if (removed || !order.announced() || !meant.equals(order.articleIds())) {
                State state = removed ? State.REMOVED : State.REMOVING;
                Removal removal = new Removal(id, List.copyOf(meant), state, now);
                articles.tell(removal);
                takedowns.report(removal);
            }
        }
    }
}
