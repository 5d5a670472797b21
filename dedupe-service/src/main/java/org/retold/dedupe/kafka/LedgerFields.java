package org.retold.dedupe.kafka;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.retold.contract.Relation;
import org.retold.dedupe.story.StoryState;
import org.retold.dedupe.story.Tie;
import org.retold.dedupe.story.ToldArticle;

/** What the story writer keeps of articles and stories, as bytes. */
final class LedgerFields {

    private LedgerFields() {}

    static void article(ToldArticle article, DataOutputStream out) throws IOException {
        Fields.reference(out, article.reference());
        Fields.arrival(out, article.first());
        Fields.arrival(out, article.newest());
        Fields.text(out, article.storyId());
        out.writeBoolean(article.digest());
        Fields.list(out, article.ties(), LedgerFields::tie);
        Fields.optional(out, article.supportedBy(), Fields::text);
    }

    static ToldArticle article(ByteBuffer in) {
        return new ToldArticle(
                Fields.reference(in),
                Fields.arrival(in),
                Fields.arrival(in),
                Fields.text(in),
                in.get() != 0,
                Fields.list(in, LedgerFields::tie),
                Fields.optional(in, Fields::text));
    }

    private static void tie(DataOutputStream out, Tie tie) throws IOException {
        Fields.text(out, tie.articleId());
        out.writeDouble(tie.score());
        Fields.name(out, tie.relation());
        Fields.name(out, tie.reverse());
        out.writeLong(tie.here());
        out.writeLong(tie.there());
    }

    private static Tie tie(ByteBuffer in) {
        return new Tie(
                Fields.text(in),
                in.getDouble(),
                Fields.name(in, Relation.class),
                Fields.name(in, Relation.class),
                in.getLong(),
                in.getLong());
    }

    static void story(StoryState story, DataOutputStream out) throws IOException {
        Fields.text(out, story.id());
        out.writeLong(story.version());
        Fields.text(out, story.founder());
        Fields.arrival(out, story.founded());
        Fields.arrival(out, story.newest());
        Fields.texts(out, story.articleIds());
        Fields.texts(out, story.mergedFrom());
        Fields.optional(out, story.mergedInto(), Fields::text);
    }

    static StoryState story(ByteBuffer in) {
        return new StoryState(
                Fields.text(in),
                in.getLong(),
                Fields.text(in),
                Fields.arrival(in),
                Fields.arrival(in),
                Fields.texts(in),
                Fields.texts(in),
                Fields.optional(in, Fields::text));
    }
}
