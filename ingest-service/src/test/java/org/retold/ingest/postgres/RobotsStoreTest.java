package org.retold.ingest.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.retold.ingest.OwnDatabase;
import org.retold.ingest.robots.RobotsFile;
import org.retold.outbound.Origin;

@Tag("containers")
class RobotsStoreTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final RobotsStore robots = new RobotsStore(OwnDatabase.create());

    @Test
    void everyKindOfAnswerIsKeptAndTheNewestCounts() {
        Origin origin = new Origin("https://news.example");
        List<RobotsFile> files = List.of(
                new RobotsFile.Rules("User-agent: *\nDisallow: /é\n"),
                new RobotsFile.None(),
                new RobotsFile.OutOfReach("its publisher answers 503"));

        assertThat(robots.find(origin)).isEmpty();
        for (RobotsFile file : files) {
            robots.keep(origin, file, DAY);
            assertThat(robots.find(origin)).contains(file);
        }
        assertThat(robots.find(new Origin("http://news.example"))).isEmpty();
    }

    @Test
    void whatIsNoLongerGoodIsAskedForAgain() {
        Origin origin = new Origin("https://old.example");

        robots.keep(origin, new RobotsFile.None(), Duration.ZERO);

        assertThat(robots.find(origin)).isEmpty();
    }

    @Test
    void whatNobodyAsksForIsForgotten() {
        robots.keep(new Origin("https://gone.example"), new RobotsFile.None(), Duration.ZERO);
        robots.keep(new Origin("https://asked.example"), new RobotsFile.None(), DAY);

        assertThat(robots.forgetAfter(DAY)).isZero();
        assertThat(robots.forgetAfter(Duration.ZERO)).isOne();
        assertThat(robots.find(new Origin("https://asked.example"))).isPresent();
    }

    @Test
    void aFileWithWhatTheDatabaseDoesNotTakeIsKept() {
        Origin origin = new Origin("https://nul.example");

        robots.keep(origin, new RobotsFile.Rules("User-agent: *\0\n"), DAY);

        assertThat(robots.find(origin)).contains(new RobotsFile.Rules("User-agent: *\n"));
    }
}
