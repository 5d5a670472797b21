package org.retold.dedupe.kafka;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.retold.contract.Article.Completeness;
import org.retold.contract.Correction;
import org.retold.dedupe.shard.Link;
import org.retold.dedupe.shard.Probe;
import org.retold.dedupe.shard.ShardAnswer;
import org.retold.dedupe.shard.ShelvedView;
import org.retold.dedupe.shard.Standing;
import org.retold.dedupe.sketch.Sketch;
import org.retold.dedupe.story.StoryState;
import org.retold.dedupe.story.ToldArticle;
import org.retold.dedupe.view.View;

/** How internal topics and stores hold what they hold. */
public final class Codecs {

    public static final Serde<Probe> PROBE = Versioned.binary(2, Codecs::writeProbe, Codecs::readProbe);

    public static final Serde<ShardAnswer> ANSWER = Versioned.binary(2, Codecs::writeAnswer, Codecs::readAnswer);

    static final Serde<ShelvedView> SHELVED_VIEW = Versioned.binary(2, Codecs::writeShelved, Codecs::readShelved);
    static final Serde<ToldArticle> TOLD_ARTICLE = Versioned.binary(2, LedgerFields::article, LedgerFields::article);
    static final Serde<StoryState> STORY_STATE = Versioned.binary(2, LedgerFields::story, LedgerFields::story);
    static final Serde<SaidCorrection> CORRECTION = Versioned.json(1, SaidCorrection.class);
    static final Serde<CorrectionIds> CORRECTION_IDS = Versioned.json(1, CorrectionIds.class);

    private Codecs() {}

    /** @param sequence of the order in which corrections were said */
    record SaidCorrection(long sequence, Correction correction) {}

    record CorrectionIds(List<String> ids) {
        CorrectionIds {
            ids = List.copyOf(ids);
        }
    }

    private static void writeProbe(Probe probe, DataOutputStream out) throws IOException {
        sketch(probe, out);
        switch (probe) {
            case Probe.Passing passing -> {
                out.writeByte('p');
                Fields.arrival(out, passing.arrival());
            }
            case Probe.Homing homing -> {
                out.writeByte('h');
                Fields.arrival(out, homing.arrival());
                Fields.reference(out, homing.reference());
            }
            case Probe.Asking asking -> {
                out.writeByte('a');
                Fields.text(out, asking.lookupId());
                Fields.instant(out, asking.asked());
                Fields.optional(out, asking.published(), Fields::instant);
            }
            case Probe.Withdrawing withdrawing -> {
                out.writeByte('w');
                Fields.arrival(out, withdrawing.arrival());
                Fields.text(out, withdrawing.articleId());
            }
        }
        if (probe instanceof Probe.Text text) {
            out.write(text.view().bytes());
        }
    }

    /** An empty one where there is no text. */
    private static void sketch(Probe probe, DataOutputStream out) throws IOException {
        int size = probe instanceof Probe.Text text ? text.sketch().size() : 0;
        out.writeShort(size);
        for (int band = 0; band < size; band++) {
            out.writeInt(((Probe.Text) probe).sketch().key(band));
        }
    }

    private static Probe readProbe(ByteBuffer in) {
        int[] keys = new int[in.getShort()];
        for (int band = 0; band < keys.length; band++) {
            keys[band] = in.getInt();
        }
        Sketch sketch = Sketch.of(keys);
        int kind = in.get();
        return switch (kind) {
            case 'p' -> new Probe.Passing(Fields.arrival(in), view(in), sketch);
            case 'h' -> new Probe.Homing(Fields.arrival(in), Fields.reference(in), view(in), sketch);
            case 'a' ->
                new Probe.Asking(
                        Fields.text(in), Fields.instant(in), Fields.optional(in, Fields::instant), view(in), sketch);
            case 'w' -> new Probe.Withdrawing(Fields.arrival(in), Fields.text(in));
            default -> throw new SerializationException("no probe is of kind " + kind);
        };
    }

    private static View view(ByteBuffer in) {
        return View.read(Versioned.rest(in));
    }

    private static void writeAnswer(ShardAnswer answer, DataOutputStream out) throws IOException {
        out.writeInt(answer.shard());
        Fields.list(out, answer.links(), LinkFields::write);
        switch (answer) {
            case ShardAnswer.Compared compared -> {
                out.writeByte('c');
                Fields.arrival(out, compared.arrival());
            }
            case ShardAnswer.Kept kept -> {
                out.writeByte('k');
                Fields.arrival(out, kept.arrival());
                Fields.name(out, kept.standing());
                Fields.reference(out, kept.reference());
            }
            case ShardAnswer.Found found -> {
                out.writeByte('f');
                Fields.text(out, found.lookupId());
                Fields.instant(out, found.asked());
                Fields.optional(out, found.published(), Fields::instant);
                out.writeBoolean(found.tooShort());
            }
            case ShardAnswer.Withdrawn withdrawn -> {
                out.writeByte('w');
                Fields.arrival(out, withdrawn.arrival());
                Fields.text(out, withdrawn.articleId());
            }
        }
    }

    private static ShardAnswer readAnswer(ByteBuffer in) {
        int shard = in.getInt();
        List<Link> links = Fields.list(in, LinkFields::read);
        int kind = in.get();
        return switch (kind) {
            case 'c' -> new ShardAnswer.Compared(shard, Fields.arrival(in), links);
            case 'k' ->
                new ShardAnswer.Kept(
                        shard, Fields.arrival(in), Fields.name(in, Standing.class), Fields.reference(in), links);
            case 'f' ->
                new ShardAnswer.Found(
                        shard,
                        Fields.text(in),
                        Fields.instant(in),
                        Fields.optional(in, Fields::instant),
                        in.get() != 0,
                        links);
            case 'w' -> new ShardAnswer.Withdrawn(shard, Fields.arrival(in), Fields.text(in));
            default -> throw new SerializationException("no answer is of kind " + kind);
        };
    }

    private static void writeShelved(ShelvedView shelved, DataOutputStream out) throws IOException {
        Fields.arrival(out, shelved.arrival());
        Fields.name(out, shelved.completeness());
        out.writeBoolean(shelved.superseded());
        out.write(shelved.view().bytes());
    }

    private static ShelvedView readShelved(ByteBuffer in) {
        return new ShelvedView(Fields.arrival(in), Fields.name(in, Completeness.class), in.get() != 0, view(in));
    }
}
