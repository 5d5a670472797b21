package org.retold.ingest.http;

import java.time.Duration;
import java.util.Optional;
import org.retold.outbound.Site;

/**
 * Waits for our turn at a site before anything is asked of it.
 *
 * @param spacing least time between two requests to one site
 * @param localSpacing the same for this machine's own sites
 * @param patience longest wait for a turn
 */
public record Politeness(SiteBudget budget, Duration spacing, Duration localSpacing, Duration patience) {

    /** Returns when it is our turn, or says at once how long the site is busy for. */
    public Optional<Duration> busyFor(String url) throws InterruptedException {
        Optional<Site> site = Site.of(url);
        if (site.isEmpty()) {
            return Optional.empty();
        }
        Duration between = site.get().local() ? localSpacing : spacing;
        if (between.isZero()) {
            return Optional.empty();
        }
        return switch (budget.next(site.get().name(), between, patience)) {
            case SiteBudget.Turn.Ours(Duration delay) -> {
                Thread.sleep(delay);
                yield Optional.empty();
            }
            case SiteBudget.Turn.Later(Duration pause) -> Optional.of(pause);
        };
    }
}
