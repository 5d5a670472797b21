package org.retold.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SupervisedTest {

    private static final Backoff SOON = new Backoff(Duration.ofMillis(10), Duration.ofMillis(100));

    @TempDir
    Path directory;

    private final BlockingQueue<ProcessHandle> births = new LinkedBlockingQueue<>();
    private final BlockingQueue<Ending> endings = new LinkedBlockingQueue<>();
    private final List<Supervised> started = new ArrayList<>();

    @AfterEach
    void nothingStays() {
        started.forEach(Supervised::stop);
    }

    @Test
    void aKilledChildIsStartedAgain() throws Exception {
        Supervised supervised = start("exec sleep 1000");
        ProcessHandle first = births.take();

        supervised.kill();

        assertThat(endings.take().how()).isEqualTo("was killed by signal 9");
        ProcessHandle second = births.take();
        assertThat(second.pid()).isNotEqualTo(first.pid());
        assertThat(second.isAlive()).isTrue();
    }

    @Test
    void aChildThatWasTakenAwayComesBackWhenItIsBroughtBack() throws Exception {
        Supervised supervised = start("exec sleep 1000");
        births.take();

        supervised.takeAway();

        assertThat(births.poll(300, TimeUnit.MILLISECONDS)).isNull();
        assertThat(supervised.running()).isEmpty();

        supervised.bringBack();

        assertThat(births.take().isAlive()).isTrue();
    }

    @Test
    void aStoppedChildIsGoneAndStaysGone() throws Exception {
        Supervised supervised = start("exec sleep 1000");
        ProcessHandle child = births.take();

        supervised.stop();

        assertThat(child.isAlive()).isFalse();
        assertThat(births.poll(300, TimeUnit.MILLISECONDS)).isNull();
        assertThat(endings).isEmpty();
    }

    @Test
    void theEndOfTheLogIsToldWithTheEnding() throws Exception {
        start("echo 'write failed: No space left on device' >&2; exit 3");

        Ending ending = endings.take();

        assertThat(ending.how()).isEqualTo("ended with status 3");
        assertThat(ending.tellsOfFullDisk()).isTrue();
        assertThat(endings.take().inARow()).isEqualTo(2);
    }

    @Test
    void theChildLeadsAGroupOfItsOwn() throws Exception {
        start("ps -o pgid= -p $$ > '%s'; exec sleep 1000".formatted(directory.resolve("group")));
        ProcessHandle child = births.take();

        await().untilAsserted(() ->
                assertThat(Files.readString(directory.resolve("group")).strip()).isEqualTo(Long.toString(child.pid())));
    }

    @Test
    void childrenEndWhenTheirStarterIsKilled() throws Exception {
        Process starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StarterOfTwo.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        List<ProcessHandle> children;
        try (var lines = starter.inputReader()) {
            children = List.of(child(lines.readLine()), child(lines.readLine()));

            starter.destroyForcibly().waitFor();
        }

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(children).allMatch(Life::isOver));
    }

    @Tag("long")
    @Test
    void aStubbornChildIsKilledInTheEnd() throws Exception {
        Supervised supervised = start("trap '' TERM; while :; do sleep 1; done");
        ProcessHandle child = births.take();
        Thread.sleep(200);

        supervised.stop();

        assertThat(child.isAlive()).isFalse();
    }

    private Supervised start(String script) {
        Child child =
                new Child("child", () -> List.of("sh", "-c", script), Map.of(), directory.resolve("child.log"), "TERM");
        Supervised supervised = Supervised.start(child, SOON, births::add, endings::add);
        started.add(supervised);
        return supervised;
    }

    private static ProcessHandle child(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
