package org.retold.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.retold.outbound.Gate.Word;

class SiteGateTest {

    private static final String URL = "https://www.news.example/feed";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<String> asked = new ArrayList<>();

    @Test
    void aTurnIsTakenAtTheSiteAndGivenBackWithItsSpacing() throws InterruptedException {
        end(gate().before(URL), null);

        assertThat(asked).containsExactly("take news.example PT45S", "give back news.example PT1S");
    }

    @Test
    void aPublisherWhoAsksForMoreGetsMoreAndOneWhoAsksForLessGetsOurs() throws InterruptedException {
        end(gate().before(URL, Duration.ofSeconds(7)), null);
        end(gate().before(URL, Duration.ofMillis(1)), null);

        assertThat(asked).contains("give back news.example PT7S", "give back news.example PT1S");
    }

    @Test
    void theMachinesOwnSitesAreAskedAtWillWhateverTheyAskFor() throws InterruptedException {
        end(gate().before("http://agence.localhost:8100/feed", Duration.ofSeconds(7)), null);

        assertThat(asked).containsExactly("silence of agence.localhost");
    }

    @Test
    void aWishForSilenceIsKeptForADayAtMost() throws InterruptedException {
        end(gate().before(URL), Duration.ofMinutes(2));
        end(gate().before(URL), Duration.ofDays(400));

        assertThat(asked).contains("silence news.example PT2M", "silence news.example PT24H");
    }

    @Test
    void whoWouldWaitTooLongIsToldAtOnce() throws InterruptedException {
        assertThat(gate(new SiteBudget.Spaced(Duration.ofSeconds(9))).before(URL))
                .isEqualTo(new Word.Wait(Duration.ofSeconds(9), "its site is busy with others"));
        assertThat(gate(new SiteBudget.Silent(Duration.ofHours(1))).before(URL))
                .isEqualTo(new Word.Wait(Duration.ofHours(1), "its site asks to be left alone"));
    }

    @Test
    void whoseTurnComesSoonWaitsForIt() throws InterruptedException {
        Word word = gate(
                        new SiteBudget.Spaced(Duration.ofMillis(10)),
                        new SiteBudget.UnderWay(),
                        new SiteBudget.Silent(Duration.ofMillis(10)))
                .before(URL);

        assertThat(word).isInstanceOf(Word.Go.class);
        assertThat(asked).hasSize(4);
    }

    @Test
    void aSiteThatAsksForLongPausesIsWaitedForLongEnoughToGetOn() throws InterruptedException {
        SiteGate impatient = new SiteGate(
                new ScriptedBudget(new SiteBudget.Spaced(Duration.ofMillis(60))),
                SECOND,
                Duration.ZERO,
                Duration.ofMillis(10),
                Duration.ofSeconds(45));

        assertThat(impatient.before(URL, Duration.ofSeconds(5))).isInstanceOf(Word.Go.class);
    }

    @Test
    void whatIsNoLongerNeededTakesNoTurn() throws InterruptedException {
        Word word = gate(new SiteBudget.UnderWay()).before(URL, Duration.ZERO, () -> asked.isEmpty());

        assertThat(word).isInstanceOf(Word.No.class);
        assertThat(asked).containsExactly("take news.example PT45S");
    }

    private static void end(Word word, @Nullable Duration silence) {
        ((Word.Go) word).turn().end(silence);
    }

    private SiteGate gate(SiteBudget.Taking... first) {
        return new SiteGate(
                new ScriptedBudget(first), SECOND, Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(45));
    }

    /** Says what it is told to say, and then always that it is our turn. */
    private final class ScriptedBudget implements SiteBudget {

        private final Deque<Taking> script;

        ScriptedBudget(Taking... script) {
            this.script = new ArrayDeque<>(Arrays.asList(script));
        }

        @Override
        public Taking take(String site, Duration longest) {
            asked.add("take %s %s".formatted(site, longest));
            return script.isEmpty() ? new Turn("ours") : script.removeFirst();
        }

        @Override
        public void giveBack(String site, Turn turn, Duration spacing) {
            asked.add("give back %s %s".formatted(site, spacing));
        }

        @Override
        public void silence(String site, Duration pause) {
            asked.add("silence %s %s".formatted(site, pause));
        }

        @Override
        public Duration silence(String site) {
            asked.add("silence of " + site);
            return Duration.ZERO;
        }
    }
}
