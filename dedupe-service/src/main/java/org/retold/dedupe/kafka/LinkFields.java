package org.retold.dedupe.kafka;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.retold.contract.Evidence.Fact;
import org.retold.contract.Evidence.Passage;
import org.retold.contract.Evidence.Range;
import org.retold.dedupe.shard.Link;
import org.retold.dedupe.verify.Match;

/** A link, as bytes. */
final class LinkFields {

    private LinkFields() {}

    static void write(DataOutputStream out, Link link) throws IOException {
        Match match = link.match();
        out.writeDouble(link.promise());
        Fields.text(out, match.articleId());
        Fields.text(out, match.revision());
        Fields.text(out, match.otherArticleId());
        Fields.text(out, match.otherRevision());
        out.writeDouble(match.score());
        out.writeDouble(match.similarity());
        out.writeDouble(match.containment());
        out.writeDouble(match.otherContainment());
        out.writeDouble(match.copied());
        out.writeDouble(match.lengthRatio());
        out.writeBoolean(match.sameLanguage());
        Fields.list(out, match.passages(), LinkFields::passage);
        Fields.list(out, match.facts(), LinkFields::fact);
        Fields.texts(out, match.sharedCredits());
        Fields.text(out, match.modelVersion());
    }

    static Link read(ByteBuffer in) {
        return new Link(
                in.getDouble(),
                new Match(
                        Fields.text(in),
                        Fields.text(in),
                        Fields.text(in),
                        Fields.text(in),
                        in.getDouble(),
                        in.getDouble(),
                        in.getDouble(),
                        in.getDouble(),
                        in.getDouble(),
                        in.getDouble(),
                        in.get() != 0,
                        Fields.list(in, LinkFields::passage),
                        Fields.list(in, LinkFields::fact),
                        Fields.texts(in),
                        Fields.text(in)));
    }

    private static void passage(DataOutputStream out, Passage passage) throws IOException {
        range(out, passage.here());
        range(out, passage.there());
        out.writeDouble(passage.similarity());
    }

    private static Passage passage(ByteBuffer in) {
        return new Passage(range(in), range(in), in.getDouble());
    }

    private static void range(DataOutputStream out, Range range) throws IOException {
        out.writeInt(range.paragraph());
        out.writeInt(range.from());
        out.writeInt(range.to());
    }

    private static Range range(ByteBuffer in) {
        return new Range(in.getInt(), in.getInt(), in.getInt());
    }

    private static void fact(DataOutputStream out, Fact fact) throws IOException {
        Fields.name(out, fact.kind());
        Fields.text(out, fact.text());
        Fields.optional(out, fact.otherText(), Fields::text);
    }

    private static Fact fact(ByteBuffer in) {
        return new Fact(Fields.name(in, Fact.Kind.class), Fields.text(in), Fields.optional(in, Fields::text));
    }
}
