package org.retold.ingest.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.retold.ingest.OwnDatabase;
import org.retold.ingest.http.SiteBudget.Silent;
import org.retold.ingest.http.SiteBudget.Spaced;
import org.retold.ingest.http.SiteBudget.Turn;
import org.retold.ingest.http.SiteBudget.UnderWay;

@Tag("containers")
class SiteTurnsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Jdbi JDBI = OwnDatabase.create();

    private final SiteTurns one = new SiteTurns(JDBI);
    private final SiteTurns other = new SiteTurns(JDBI);

    @Test
    void whileOneAsksNobodyElseDoes() {
        assertThat(one.take("busy.example", MINUTE)).isInstanceOf(Turn.class);

        assertThat(one.take("busy.example", MINUTE)).isEqualTo(new UnderWay());
        assertThat(other.take("busy.example", MINUTE)).isEqualTo(new UnderWay());
        assertThat(other.take("free.example", MINUTE)).isInstanceOf(Turn.class);
    }

    @Test
    void afterATurnTheSiteIsLeftAloneForAWhile() {
        Turn turn = (Turn) one.take("spaced.example", MINUTE);

        one.giveBack("spaced.example", turn, Duration.ofMinutes(5));

        assertThat(other.take("spaced.example", MINUTE))
                .asInstanceOf(type(Spaced.class))
                .satisfies(
                        spaced -> assertThat(spaced.pause()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5)));
    }

    @Test
    void aTurnWithoutSpacingIsAsIfItHadNotBeenTaken() {
        one.giveBack("unused.example", (Turn) one.take("unused.example", MINUTE), Duration.ZERO);

        assertThat(other.take("unused.example", MINUTE)).isInstanceOf(Turn.class);
    }

    @Test
    void theTurnOfAnInstanceThatDiedEndsByItself() {
        Turn lost = (Turn) one.take("lost.example", Duration.ZERO);

        assertThat(other.take("lost.example", MINUTE)).isInstanceOf(Turn.class);

        one.giveBack("lost.example", lost, Duration.ZERO);
        assertThat(one.take("lost.example", MINUTE)).isEqualTo(new UnderWay());
    }

    @Test
    void silenceOutlastsTheTurnAndIsNeverShortened() {
        Turn turn = (Turn) one.take("silent.example", MINUTE);
        one.giveBack("silent.example", turn, Duration.ZERO);

        one.silence("silent.example", Duration.ofHours(2));
        other.silence("silent.example", Duration.ofMinutes(1));

        assertThat(other.take("silent.example", MINUTE))
                .asInstanceOf(type(Silent.class))
                .satisfies(silent -> assertThat(silent.pause()).isGreaterThan(Duration.ofMinutes(119)));
        assertThat(other.silence("silent.example")).isGreaterThan(Duration.ofMinutes(119));
        assertThat(other.silence("loud.example")).isZero();
    }

    @Test
    void aSiteThatNobodyAskedForLongIsForgottenUnlessItWantsToBeLeftAlone() {
        for (String site : List.of("old.example", "silent-still.example", "new.example")) {
            one.giveBack(site, (Turn) one.take(site, MINUTE), Duration.ZERO);
        }
        one.silence("silent-still.example", Duration.ofHours(1));
        JDBI.useHandle(handle -> handle.execute("update ingest.site_turns set free_at = free_at - interval '2 days'"
                + " where site in ('old.example', 'silent-still.example')"));

        one.forgetAfter(Duration.ofDays(1));

        List<String> left = JDBI.withHandle(handle -> handle.createQuery("select site from ingest.site_turns"
                        + " where site in ('old.example', 'silent-still.example', 'new.example')")
                .mapTo(String.class)
                .list());
        assertThat(left).containsExactlyInAnyOrder("silent-still.example", "new.example");
    }
}
