package org.retold.ingest.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.retold.ingest.OwnDatabase;
import org.retold.ingest.http.SiteBudget.Turn;

class SiteTurnsTest {

    private static final Duration SPACING = Duration.ofMillis(100);

    private static final Jdbi JDBI = OwnDatabase.create();

    @Test
    void threeInstancesTogetherKeepToTheBudgetOfASite() throws InterruptedException {
        List<Long> asked = Collections.synchronizedList(new ArrayList<>());
        List<Thread> instances = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            instances.add(Thread.ofVirtual().start(() -> askTenTimes(asked)));
        }
        for (Thread instance : instances) {
            instance.join();
        }

        List<Long> times = asked.stream().sorted().toList();
        assertThat(times).hasSize(30);
        assertThat(Duration.ofNanos(times.getLast() - times.getFirst())).isGreaterThan(SPACING.multipliedBy(28));
    }

    @Test
    void aTurnThatLiesTooFarAheadIsNotTaken() {
        SiteTurns turns = new SiteTurns(JDBI);

        assertThat(turns.next("far.example", Duration.ofMinutes(5), Duration.ofSeconds(1)))
                .isEqualTo(new Turn.Ours(Duration.ZERO));
        for (int i = 0; i < 3; i++) {
            assertThat(turns.next("far.example", Duration.ofMinutes(5), Duration.ofSeconds(1)))
                    .isInstanceOfSatisfying(
                            Turn.Later.class,
                            later -> assertThat(later.pause()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5)));
        }
    }

    private void askTenTimes(List<Long> asked) {
        SiteTurns turns = new SiteTurns(JDBI);
        for (int i = 0; i < 10; i++) {
            Turn turn = turns.next("busy.example", SPACING, Duration.ofMinutes(1));
            try {
                Thread.sleep(((Turn.Ours) turn).delay());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            asked.add(System.nanoTime());
        }
    }
}
