package org.retold.dedupe.kafka;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.retold.contract.Article;
import org.retold.contract.Credits;
import org.retold.contract.Lookup;
import org.retold.contract.Published;
import org.retold.contract.Published.Precision;
import org.retold.contract.Published.Source;
import org.retold.contract.Topics;
import org.retold.dedupe.kafka.Refusals.Read;
import org.retold.dedupe.shard.Probe;
import org.retold.dedupe.sketch.Sketches;
import org.retold.dedupe.view.View;
import org.retold.dedupe.view.Views;

/** Views and sketches each look-up. */
public final class ReadLookups extends ContextualProcessor<String, byte[], String, Intake> {

    private static final String REVISION = "asked";

    private final Views views;
    private final Sketches sketches = new Sketches();

    public ReadLookups(Views views) {
        this.views = views;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        context()
                .forward(record.withValue(
                        switch (Refusals.read(Lookup.class, Topics.LOOKUPS, record, context())) {
                            case Read.Value<Lookup> lookup -> new Intake.Asked(asked(lookup.value()));
                            case Read.Refused<Lookup> refused -> new Intake.Refused(refused.rejection());
                        }));
    }

    private Probe.Asking asked(Lookup lookup) {
        Published published =
                lookup.published() == null ? null : new Published(lookup.published(), Precision.SECOND, Source.PUSH);
        View view = views.of(
                "lookup-" + lookup.id(),
                REVISION,
                Optional.ofNullable(lookup.title()).orElse(""),
                lookup.paragraphs(),
                Optional.ofNullable(lookup.language()).orElse(Article.UNDETERMINED),
                Credits.NONE,
                published);
        return new Probe.Asking(lookup.id(), lookup.asked(), lookup.published(), view, sketches.of(view));
    }
}
