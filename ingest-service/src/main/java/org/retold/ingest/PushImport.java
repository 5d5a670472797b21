package org.retold.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Item;
import org.retold.contract.Rejection;
import org.retold.ingest.item.Bars;
import org.retold.ingest.item.ItemReading;
import org.retold.ingest.item.ItemReading.Made;
import org.retold.ingest.item.ItemReading.Refused;
import org.retold.ingest.kafka.RecordLog;
import org.retold.ingest.postgres.Arrivals;
import org.retold.ingest.push.BoundedLines;
import org.retold.ingest.push.BoundedLines.Line;
import org.retold.ingest.push.PushLine;
import org.retold.ingest.push.PushReport;
import org.retold.trail.Unquoted;

/** Takes a push import line by line, no faster than Kafka takes it, and answers when everything is acknowledged. */
public final class PushImport {

    private static final Logger LOG = Logger.getLogger(PushImport.class);
    private static final int LONGEST_LINE = 5 * 1024 * 1024;

    /** So many records may be on their way; more wait for the acknowledgement of the first. */
    private static final int UNDER_WAY = 100;

    private final RecordLog records;
    private final Bars bars;
    private final Arrivals arrivals;
    private final IngestMetrics metrics;
    private final InstantSource clock;
    private final Executor beside;
    private final AtomicBoolean noting = new AtomicBoolean();

    /** @param beside runs what the answer does not depend on */
    public PushImport(
            RecordLog records,
            Bars bars,
            Arrivals arrivals,
            IngestMetrics metrics,
            InstantSource clock,
            Executor beside) {
        this.records = records;
        this.bars = bars;
        this.arrivals = arrivals;
        this.metrics = metrics;
        this.clock = clock;
        this.beside = beside;
    }

    /** @throws org.retold.ingest.kafka.NotAcknowledgedException when Kafka did not take everything */
    public PushReport take(InputStream stream) throws IOException, InterruptedException {
        BoundedLines lines = new BoundedLines(stream, LONGEST_LINE);
        RecordLog.Batch batch = records.begin();
        List<PushReport.Reason> reasons = new ArrayList<>();
        long accepted = 0;
        long rejected = 0;
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get().isBlank()) {
                continue;
            }
            switch (read(line.get())) {
                case Made(Item item) -> {
                    batch.item(item);
                    accepted++;
                    metrics.pushed("accepted");
                }
                case Refused refused -> {
                    batch.rejection(rejection(refused, line.get()));
                    rejected++;
                    metrics.pushed("rejected");
                    metrics.rejected(refused.code());
                    if (reasons.size() < PushReport.MOST_REASONS) {
                        reasons.add(new PushReport.Reason(line.get().number(), refused.code(), refused.message()));
                    }
                }
            }
            batch.awaitAcknowledged(UNDER_WAY);
        }
        batch.awaitAcknowledged();
        if (accepted > 0) {
            note(clock.instant());
        }
        return new PushReport(accepted, rejected, reasons);
    }

    /** One note at a time: what Kafka has acknowledged is answered, and nobody waits for the database. */
    private void note(Instant now) {
        if (!noting.compareAndSet(false, true)) {
            return;
        }
        beside.execute(() -> {
            try {
                arrivals.note("pushes", now);
            } catch (RuntimeException e) {
                LOG.warnf("arrival not noted reason=%s", Unquoted.said(e));
            } finally {
                noting.set(false);
            }
        });
    }

    private ItemReading read(Line line) {
        if (line.tooLong()) {
            return new Refused("line-too-long", "the line has more than %d bytes".formatted(LONGEST_LINE), null);
        }
        return switch (PushLine.read(line.bytes(), clock.instant())) {
            case Made(Item item) when bars.bar(item.url()) -> new Refused(Bars.CODE, Bars.MESSAGE, item.url());
            case Refused refused
            when refused.url() != null && bars.bar(refused.url()) ->
                new Refused(Bars.CODE, Bars.MESSAGE, refused.url());
            case ItemReading reading -> reading;
        };
    }

    private Rejection rejection(Refused refused, Line line) {
        byte @Nullable [] original = refused.code().equals(Bars.CODE) ? null : line.bytes();
        return new Rejection(
                "ingest-service",
                refused.code(),
                refused.message(),
                null,
                null,
                null,
                refused.url(),
                refused.url(),
                Rejection.kept(original),
                original != null && original.length > Rejection.MAX_ORIGINAL_BYTES,
                clock.instant());
    }
}
