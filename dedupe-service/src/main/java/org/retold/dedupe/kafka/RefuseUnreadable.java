package org.retold.dedupe.kafka;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Sends what could not be read to the rejections. */
public final class RefuseUnreadable extends ContextualProcessor<String, Intake, String, Outgoing<?>> {

    private final Meters meters;

    public RefuseUnreadable(Meters meters) {
        this.meters = meters;
    }

    @Override
    public void process(Record<String, Intake> record) {
        switch (record.value()) {
            case Intake.Refused refused -> {
                meters.refused(refused.rejection().code());
                context().forward(Publication.of(refused.rejection()));
            }
            case Intake.Arrived arrived -> {} // went to the shards
            case Intake.Withdrawn withdrawn -> {} // went to the shards
            case Intake.Asked asked -> {} // went to the shards
        }
    }
}
