package org.retold.ingest.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.http.SiteBudget.Silent;
import org.retold.ingest.http.SiteBudget.Spaced;
import org.retold.ingest.http.SiteBudget.UnderWay;
import org.retold.ingest.poll.Sites;
import org.retold.outbound.Gate;
import org.retold.outbound.Site;

/**
 * Waits for our turn at a site before anything is asked of it, and for its answer before anybody asks it again.
 *
 * @param spacing least time between the end of an answer of a site and the next request to it
 * @param localSpacing the same for this machine's own sites; with zero they are asked at will, whatever they ask for
 * @param patience longest wait for a turn
 * @param longestTurn after this a turn is over, whatever became of who had it
 */
public record SiteGate(
        SiteBudget budget, Duration spacing, Duration localSpacing, Duration patience, Duration longestTurn)
        implements Gate, Sites {

    private static final String BUSY = "its site is busy with others";
    private static final String SILENT = "its site asks to be left alone";
    private static final Duration SHORTEST_LOOK = Duration.ofMillis(20);
    private static final Duration LONGEST_LOOK = Duration.ofMillis(250);
    private static final Duration LONGEST_SILENCE = Duration.ofHours(24);

    @Override
    public Word before(String url) throws InterruptedException {
        return before(url, Duration.ZERO);
    }

    /** @param asked least time between two requests that this publisher asks for */
    public Word before(String url, Duration asked) throws InterruptedException {
        return before(url, asked, () -> true);
    }

    /**
     * @param asked least time between two requests that this publisher asks for
     * @param needed is asked again and again while we wait; once it says no, so does this
     */
    Word before(String url, Duration asked, BooleanSupplier needed) throws InterruptedException {
        Optional<Site> site = Site.of(url);
        if (site.isEmpty()) {
            return new Word.Go(silence -> {});
        }
        String name = site.get().name();
        Duration own = own(site.get());
        Duration between = own.isZero() ? Duration.ZERO : longer(asked, own);
        return between.isZero()
                ? unspaced(name)
                : spaced(name, between, longer(patience, asked.multipliedBy(2)), needed);
    }

    @Override
    public Optional<String> turnsOf(String url) {
        return Site.of(url).filter(site -> !own(site).isZero()).map(Site::name);
    }

    private Duration own(Site site) {
        return site.local() ? localSpacing : spacing;
    }

    private Word unspaced(String site) {
        Duration silence = budget.silence(site);
        return silence.isZero() ? new Word.Go(asked -> keep(site, asked)) : new Word.Wait(silence, SILENT);
    }

    private Word spaced(String site, Duration between, Duration patience, BooleanSupplier needed)
            throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (needed.getAsBoolean()) {
            Duration left = Duration.ofNanos(Math.max(0, until - System.nanoTime()));
            switch (budget.take(site, longestTurn)) {
                case SiteBudget.Turn turn -> {
                    return new Word.Go(silence -> {
                        keep(site, silence);
                        budget.giveBack(site, turn, between);
                    });
                }
                case Spaced(Duration pause) when pause.compareTo(left) <= 0 -> Thread.sleep(pause);
                case Spaced(Duration pause) -> {
                    return new Word.Wait(pause, BUSY);
                }
                case Silent(Duration pause) when pause.compareTo(left) <= 0 -> Thread.sleep(pause);
                case Silent(Duration pause) -> {
                    return new Word.Wait(pause, SILENT);
                }
                case UnderWay ignored
                when left.isZero() -> {
                    return new Word.Wait(between, BUSY);
                }
                case UnderWay ignored -> Thread.sleep(shorter(left, look(between)));
            }
        }
        return new Word.No("somebody asked it meanwhile", false);
    }

    private void keep(String site, @Nullable Duration silence) {
        if (silence != null && !silence.isZero()) {
            budget.silence(site, shorter(silence, LONGEST_SILENCE));
        }
    }

    private static Duration look(Duration between) {
        return longer(SHORTEST_LOOK, shorter(between.dividedBy(4), LONGEST_LOOK));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
