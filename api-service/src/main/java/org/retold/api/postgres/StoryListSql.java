package org.retold.api.postgres;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.Cursor;
import org.retold.api.story.SearchDictionary;
import org.retold.api.story.SearchText;
import org.retold.api.story.Sort;
import org.retold.api.story.StoryFilter;
import org.retold.api.story.StoryQuery;

/**
 * The statement behind a list of stories. Every condition is a constant of this class; what people asked for is only
 * ever bound.
 *
 * @param values by the names of the statement's parameters
 */
record StoryListSql(String text, Map<String, Object> values) {

    /**
     * The words in any dictionary find the articles by index; the article's own dictionary has the last word. Queries
     * are constants, one a dictionary, so that they are read once and not for each article.
     */
    private static final String SAYS = "s.id in (select m.story_id from article a"
            + " join membership m on m.article_id = a.id where a.words @@ ("
            + eachDictionary("websearch_to_tsquery('%1$s', :text)", " || ")
            + ") and ("
            + eachDictionary("a.dictionary = '%1$s' and a.words @@ websearch_to_tsquery('%1$s', :text)", " or ")
            + "))";

    /** The same, for few stories: their articles are looked at one by one. */
    private static final String THESE_SAY = "exists (select from membership m join article a on a.id = m.article_id"
            + " where m.story_id = s.id and ("
            + eachDictionary("a.dictionary = '%1$s' and a.words @@ websearch_to_tsquery('%1$s', :text)", " or ")
            + "))";

    static StoryListSql of(StoryQuery query) {
        Conditions conditions = new Conditions();
        conditions.add("s.merged_into is null");
        filter(conditions, query.filter(), SAYS);
        Cursor after = query.after();
        if (after != null) {
            conditions.add(keyset(query.sort()), "key", key(after)).bind("id", after.id());
        }
        // One more than asked for tells whether the list goes on.
        conditions.bind("limit", query.limit() + 1);
        String text = "select " + Rows.SUMMARY_COLUMNS + " from story s where " + String.join(" and ", conditions.all)
                + " order by " + order(query.sort()) + " limit :limit";
        return new StoryListSql(text, conditions.values);
    }

    /** Which of the stories {@code :ids} are meant; also those that were merged into others. */
    static StoryListSql among(StoryFilter filter) {
        Conditions conditions = new Conditions();
        conditions.add("s.id = any(:ids)");
        filter(conditions, filter, THESE_SAY);
        return new StoryListSql(
                "select s.id from story s where " + String.join(" and ", conditions.all), conditions.values);
    }

    private static void filter(Conditions conditions, StoryFilter filter, String says) {
        conditions
                .addIfPresent("s.updated >= :since", "since", time(filter.since()))
                .addIfPresent("s.updated < :until", "until", time(filter.until()))
                .addIfPresent("s.change > :updatedSince", "updatedSince", filter.updatedSince())
                .addIfPresent("s.languages @> array[cast(:language as text)]", "language", lower(filter.language()))
                .addIfPresent(
                        "s.publisher_keys @> array[cast(:publisher as text)]", "publisher", folded(filter.publisher()))
                .addIfPresent("s.agency_key = :agency", "agency", folded(filter.agency()));
        if (filter.text() != null) {
            conditions.add(says, "text", SearchText.fold(filter.text()));
        }
        if (filter.minArticles() == 2) {
            // Written out, so that the index on retold stories serves it.
            conditions.add("s.article_count >= 2");
        } else if (filter.minArticles() > 2) {
            conditions
                    .add("s.article_count >= 2")
                    .add("s.article_count >= :minArticles", "minArticles", filter.minArticles());
        }
    }

    private static String eachDictionary(String format, String between) {
        return SearchDictionary.all().stream().map(format::formatted).collect(Collectors.joining(between));
    }

    private static String keyset(Sort sort) {
        return switch (sort) {
            case UPDATED -> "(s.updated, s.id) < (:key, :id)";
            case FIRST -> "(s.first_published, s.id) < (:key, :id)";
            case SIZE -> "(s.article_count, s.id) < (:key, :id)";
            case CHANGE -> "(s.change, s.id) > (:key, :id)";
        };
    }

    private static String order(Sort sort) {
        return switch (sort) {
            case UPDATED -> "s.updated desc, s.id desc";
            case FIRST -> "s.first_published desc, s.id desc";
            case SIZE -> "s.article_count desc, s.id desc";
            case CHANGE -> "s.change, s.id";
        };
    }

    private static Object key(Cursor after) {
        return switch (after.sort()) {
            case UPDATED, FIRST -> Columns.time(after.time());
            case SIZE, CHANGE -> after.key();
        };
    }

    private static @Nullable Object time(@Nullable Instant instant) {
        return instant == null ? null : Columns.time(instant);
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String folded(@Nullable String name) {
        return name == null ? null : SearchText.foldName(name);
    }

    /** Conditions that all must hold, with their values. */
    private static final class Conditions {
        private final List<String> all = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        private Conditions add(String condition) {
            all.add(condition);
            return this;
        }

        private Conditions add(String condition, String name, Object value) {
            return add(condition).bind(name, value);
        }

        private Conditions addIfPresent(String condition, String name, @Nullable Object value) {
            return value == null ? this : add(condition, name, value);
        }

        private Conditions bind(String name, Object value) {
            values.put(name, value);
            return this;
        }
    }
}
