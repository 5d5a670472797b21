package org.retold.api.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.retold.api.story.ArticleInStory;
import org.retold.api.story.JsonPieces;
import org.retold.api.story.StableJson;
import org.retold.api.story.StoryDetail;
import org.retold.api.story.StorySummary;
import org.retold.contract.Story;

/**
 * Stable JSON, as answers show it. It is made when a row is written, so that an answer only hands it on; where a row of an
 * earlier version has none, it is made when it is read.
 */
final class Shown {

    /** Instead of an article whose row does not say all of it. */
    static final byte[] ELSEWHERE = {};

    private static final String ARTICLES = "\"articles\":";
    private static final String NO_ARTICLES = ARTICLES + "[]";

    private static final String NO_EVIDENCE = "null}";

    private Shown() {}

    /** A story in a list. */
    static String summary(Story story) {
        return StableJson.text(StorySummary.of(story));
    }

    /** A story in a list. */
    static byte[] summary(ResultSet row) throws SQLException {
        byte[] shown = row.getBytes("shown");
        return shown == null ? StableJson.bytes(Rows.summary(row)) : shown;
    }

    /** An article as its story lists it, without evidence. */
    static String article(Story.Member member) {
        return StableJson.text(ArticleInStory.of(member, null));
    }

    /** An article as its story lists it, with its evidence: columns {@code shown, evidence, whole}. */
    static byte[] article(ResultSet row) throws SQLException {
        if (!row.getBoolean("whole")) {
            return ELSEWHERE;
        }
        byte[] article = Rows.required(row.getBytes("shown"));
        byte[] evidence = row.getBytes("evidence");
        if (evidence == null) {
            return article;
        }
        // Evidence is the last field, so that it can be put in without reading the others.
        int before = article.length - NO_EVIDENCE.length();
        byte[] whole = Arrays.copyOf(article, before + evidence.length + 1);
        System.arraycopy(evidence, 0, whole, before, evidence.length);
        whole[whole.length - 1] = '}';
        return whole;
    }

    /**
     * A story with its articles.
     *
     * @param story without articles
     * @param articles JSON of each
     */
    static byte[] detail(StoryDetail story, List<byte[]> articles) {
        String json = StableJson.text(story);
        // Within a text the quotes would be escaped.
        int place = json.indexOf(NO_ARTICLES);
        return JsonPieces.array(
                json.substring(0, place + ARTICLES.length()), articles, json.substring(place + NO_ARTICLES.length()));
    }
}
