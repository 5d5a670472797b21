package org.retold.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.retold.ingest.kafka.RecordLog;
import org.retold.ingest.postgres.Arrivals;
import org.retold.ingest.push.PushReport;

/** What Kafka has acknowledged is answered, whatever becomes of the database. */
final class PushImportTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-01-15T12:00:00Z"));

    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Jdbi away = Jdbi.create(() -> {
        throw new SQLException("the database is away");
    });

    @Test
    void aPushIsAnsweredWhileTheDatabaseIsAway() throws Exception {
        PushImport pushes = pushes(Runnable::run);

        assertThat(push(pushes, 1).accepted()).isEqualTo(1);
        assertThat(push(pushes, 2).accepted()).isEqualTo(1);
        assertThat(kafka.history()).hasSize(2);
    }

    @Test
    void aPushIsAnsweredBeforeTheDatabaseAnswers() throws Exception {
        List<Runnable> waiting = new ArrayList<>();
        PushImport pushes = pushes(waiting::add);

        assertThat(push(pushes, 1).accepted()).isEqualTo(1);
        assertThat(push(pushes, 2).accepted()).isEqualTo(1);
        assertThat(waiting).as("notes that wait").hasSize(1);

        waiting.removeFirst().run();
        push(pushes, 3);

        assertThat(waiting).hasSize(1);
    }

    private PushImport pushes(Executor beside) {
        return new PushImport(
                new RecordLog(kafka),
                url -> false,
                new Arrivals(away),
                new IngestMetrics(new SimpleMeterRegistry(), NOON),
                NOON,
                beside);
    }

    private static PushReport push(PushImport pushes, int number) throws Exception {
        String line = "{\"url\":\"https://a.example/%d\",\"title\":\"T\",\"text\":\"x\"}".formatted(number);
        return pushes.take(new ByteArrayInputStream(line.getBytes(UTF_8)));
    }
}
