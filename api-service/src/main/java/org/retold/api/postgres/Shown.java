package org.retold.api.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.ArticleInStory;
import org.retold.api.story.StableJson;
import org.retold.api.story.StoryDetail;
import org.retold.api.story.StorySummary;
import org.retold.contract.Evidence;
import org.retold.contract.Story;

/**
 * Stable JSON, as answers show it. It is made when a row is written, so that an answer only hands it on; where a row of an
 * earlier version has none, it is made when it is read.
 */
final class Shown {

    private static final String NO_EVIDENCE = "null}";

    private Shown() {}

    /** A story in a list. */
    static String summary(Story story) {
        return StableJson.text(StorySummary.of(story));
    }

    /** A story in a list. */
    static String summary(ResultSet row) throws SQLException {
        String shown = row.getString("shown");
        return shown == null ? StableJson.text(Rows.summary(row)) : shown;
    }

    /** An article as its story lists it, without evidence. */
    static String article(Story.Member member) {
        return StableJson.text(ArticleInStory.of(member, null));
    }

    /** An article as its story lists it, with its evidence: columns {@code shown, member, evidence, whole}. */
    static String article(ResultSet row) throws SQLException {
        String shown = row.getString("shown");
        String article =
                shown == null ? article(Rows.required(Columns.read(Story.Member.class, row, "member"))) : shown;
        String evidence = evidence(row);
        // Evidence is the last field, so that it can be put in without reading the others.
        return evidence == null
                ? article
                : article.substring(0, article.length() - NO_EVIDENCE.length()) + evidence + '}';
    }

    private static @Nullable String evidence(ResultSet row) throws SQLException {
        String body = row.getString("evidence");
        return body == null || row.getBoolean("whole")
                ? body
                : StableJson.text(Rows.required(Columns.read(Evidence.class, row, "evidence")));
    }

    /**
     * A story with its articles.
     *
     * @param story without articles
     * @param articles JSON of each
     */
    static byte[] detail(StoryDetail story, List<String> articles) {
        ObjectNode json = StableJson.tree(story);
        json.putRawValue("articles", new RawValue("[" + String.join(",", articles) + "]"));
        return json.toString().getBytes(UTF_8);
    }
}
