package org.retold.dedupe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.retold.dedupe.Reports.FERRY;
import static org.retold.dedupe.Reports.HARBOUR;
import static org.retold.dedupe.Reports.NOON;
import static org.retold.dedupe.Reports.ORCHARD;
import static org.retold.dedupe.Reports.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.retold.dedupe.kafka.BoundedRocksDb;
import org.retold.dedupe.kafka.Stores;

/** What RocksDB has on disk, as the files tell it. */
class WithdrawnTextTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Map<String, Object> REWRITTEN_AFTER_A_SECOND =
            Map.of(BoundedRocksDb.REWRITTEN_AFTER_SECONDS, 1L);

    /** So many that their file is not the first that RocksDB would join with others. */
    private static final int MANY = 60;

    private int arrivals;

    @Test
    void whatWasTakenDownLeavesTheFilesAlso() throws IOException {
        try (Press press = new Press(1, Stores.Place.ON_DISK, REWRITTEN_AFTER_A_SECOND)) {
            press.publish(article("wire", 0, FERRY));
            for (int n = 1; n < MANY; n++) {
                press.publish(article("orchard" + n, n, ORCHARD));
            }
            press.timePasses(AN_HOUR);
            assertThat(filesWith("solveig", press.directory())).isNotEmpty();

            press.takeDown("wire", NOON.plus(Duration.ofMinutes(MANY)));

            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> {
                        press.publish(article("harbour" + arrivals++, MANY, HARBOUR));
                        press.timePasses(AN_HOUR);
                        assertThat(filesWith("solveig", press.directory())).isEmpty();
                        assertThat(filesWith("ferries", press.directory())).isEmpty();
                    });
            assertThat(filesWith("benzi", press.directory())).isNotEmpty();
        }
    }

    private static List<Path> filesWith(String word, Path directory) throws IOException {
        String bytes = new String(word.getBytes(UTF_8), ISO_8859_1);
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> text(file).contains(bytes))
                    .toList();
        }
    }

    /** Empty for a file that goes while we look. */
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).toLowerCase(java.util.Locale.ROOT);
        } catch (IOException e) {
            return "";
        }
    }
}
