package org.retold.dedupe.kafka;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.retold.contract.Correction;
import org.retold.contract.Rejection;
import org.retold.contract.Topics;
import org.retold.dedupe.kafka.Refusals.Read;
import org.retold.dedupe.story.StoryWriter;
import org.retold.dedupe.verify.Clustering;

/** Obeys operators. A tombstone withdraws a correction: it binds no more, and what it did stays done. */
public final class ApplyCorrections extends ContextualProcessor<String, byte[], String, Outgoing<?>> {

    private final Clustering clustering;
    private final Duration memory;
    private final Ledgers ledgers;
    private final Meters meters;

    public ApplyCorrections(Clustering clustering, Duration memory, Ledgers ledgers, Meters meters) {
        this.clustering = clustering;
        this.memory = memory;
        this.ledgers = ledgers;
        this.meters = meters;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        boolean known =
                Refusals.unknownVersion(Topics.CORRECTIONS, record, context()).isEmpty();
        if (known && record.value() == null && record.key() != null) {
            ledgers.of(context()).withdrawCorrection(record.key());
            return;
        }
        switch (Refusals.read(Correction.class, Topics.CORRECTIONS, record, context())) {
            case Read.Value<Correction> correction -> obey(correction.value(), record);
            case Read.Refused<Correction> refused -> refuse(refused.rejection());
        }
    }

    private void refuse(Rejection rejection) {
        meters.refused(rejection.code());
        context().forward(Publication.of(rejection));
    }

    private void obey(Correction correction, Record<String, byte[]> record) {
        if (correction.kind() == Correction.Kind.UNKNOWN) {
            refuse(Refusals.rejection(
                    Topics.CORRECTIONS.name(),
                    "unknown-kind",
                    "a correction says together or apart",
                    record,
                    context()));
            return;
        }
        new StoryWriter(clustering, memory, ledgers.of(context()))
                .correct(correction, Instant.ofEpochMilli(record.timestamp()))
                .forEach(change -> Publication.of(change, context()::forward));
    }
}
