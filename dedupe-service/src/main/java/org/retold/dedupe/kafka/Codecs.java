package org.retold.dedupe.kafka;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Article.Completeness;
import org.retold.contract.Correction;
import org.retold.dedupe.article.Arrival;
import org.retold.dedupe.article.Reference;
import org.retold.dedupe.shard.Probe;
import org.retold.dedupe.shard.ShardAnswer;
import org.retold.dedupe.shard.ShelvedView;
import org.retold.dedupe.story.StoryState;
import org.retold.dedupe.story.ToldArticle;
import org.retold.dedupe.view.View;

/** How internal topics and stores hold what they hold. */
public final class Codecs {

    /** A view behind a JSON head. */
    public static final Serde<Probe> PROBE = Versioned.binary(1, Codecs::writeProbe, Codecs::readProbe);

    public static final Serde<ShardAnswer> ANSWER = Versioned.binary(1, Codecs::writeAnswer, Codecs::readAnswer);

    static final Serde<List<ShardAnswer>> ANSWERS = Versioned.binary(1, Codecs::writeAnswers, Codecs::readAnswers);
    static final Serde<ShelvedView> SHELVED_VIEW = Versioned.binary(1, Codecs::writeShelved, Codecs::readShelved);
    static final Serde<ToldArticle> TOLD_ARTICLE = Versioned.json(1, ToldArticle.class);
    static final Serde<StoryState> STORY_STATE = Versioned.json(1, StoryState.class);
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

    private record HomingHead(Arrival arrival, Reference reference) {}

    private record AskingHead(
            String lookupId, Instant asked, @Nullable Instant published) {}

    private static void writeProbe(Probe probe, DataOutputStream out) throws IOException {
        switch (probe) {
            case Probe.Passing passing -> head('p', passing.arrival(), out);
            case Probe.Homing homing -> head('h', new HomingHead(homing.arrival(), homing.reference()), out);
            case Probe.Asking asking ->
                head('a', new AskingHead(asking.lookupId(), asking.asked(), asking.published()), out);
        }
        out.write(probe.view().bytes());
    }

    private static void head(char kind, Object head, DataOutputStream out) throws IOException {
        out.writeByte(kind);
        Versioned.block(out, Versioned.bytes(head));
    }

    private static Probe readProbe(DataInputStream in) throws IOException {
        int kind = in.readByte();
        byte[] head = Versioned.block(in);
        View view = View.read(in.readAllBytes());
        if (kind == 'p') {
            return new Probe.Passing(Versioned.read(Arrival.class, head), view);
        }
        if (kind == 'h') {
            HomingHead homing = Versioned.read(HomingHead.class, head);
            return new Probe.Homing(homing.arrival(), homing.reference(), view);
        }
        AskingHead asking = Versioned.read(AskingHead.class, head);
        return new Probe.Asking(asking.lookupId(), asking.asked(), asking.published(), view);
    }

    private static void writeAnswer(ShardAnswer answer, DataOutputStream out) throws IOException {
        out.writeByte(
                switch (answer) {
                    case ShardAnswer.Compared compared -> 'c';
                    case ShardAnswer.Kept kept -> 'k';
                    case ShardAnswer.Found found -> 'f';
                });
        out.write(Versioned.bytes(answer));
    }

    private static ShardAnswer readAnswer(DataInputStream in) throws IOException {
        int kind = in.readByte();
        byte[] json = in.readAllBytes();
        return switch (kind) {
            case 'c' -> Versioned.read(ShardAnswer.Compared.class, json);
            case 'k' -> Versioned.read(ShardAnswer.Kept.class, json);
            case 'f' -> Versioned.read(ShardAnswer.Found.class, json);
            default -> throw new SerializationException("no answer is of kind " + kind);
        };
    }

    private static void writeAnswers(List<ShardAnswer> answers, DataOutputStream out) throws IOException {
        out.writeInt(answers.size());
        for (ShardAnswer answer : answers) {
            Versioned.block(out, ANSWER.serializer().serialize("answers", answer));
        }
    }

    private static List<ShardAnswer> readAnswers(DataInputStream in) throws IOException {
        List<ShardAnswer> answers = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            answers.add(ANSWER.deserializer().deserialize("answers", Versioned.block(in)));
        }
        return answers;
    }

    private static void writeShelved(ShelvedView shelved, DataOutputStream out) throws IOException {
        out.writeLong(shelved.arrival().offset());
        out.writeLong(shelved.arrival().time().toEpochMilli());
        out.writeByte(
                switch (shelved.completeness()) {
                    case FULL -> 'f';
                    case INTRODUCTION -> 'i';
                    case UNKNOWN -> 'u';
                });
        out.writeBoolean(shelved.superseded());
        out.write(shelved.view().bytes());
    }

    private static ShelvedView readShelved(DataInputStream in) throws IOException {
        Arrival arrival = new Arrival(in.readLong(), Instant.ofEpochMilli(in.readLong()));
        Completeness completeness = switch (in.readByte()) {
            case 'f' -> Completeness.FULL;
            case 'i' -> Completeness.INTRODUCTION;
            default -> Completeness.UNKNOWN;
        };
        return new ShelvedView(arrival, completeness, in.readBoolean(), View.read(in.readAllBytes()));
    }
}
