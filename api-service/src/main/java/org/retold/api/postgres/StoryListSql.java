package org.retold.api.postgres;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.Cursor;
import org.retold.api.story.SearchDictionary;
import org.retold.api.story.SearchText;
import org.retold.api.story.Sort;
import org.retold.api.story.StoryFilter;
import org.retold.api.story.StoryQuery;

/**
 * The statements behind a list of stories. Every condition is a constant of this class; what people asked for is only
 * ever bound.
 *
 * <p>Words are looked up in one of two ways. Where few articles say them, the index on words finds these, and they lead to
 * their stories. Where many do, the stories are gone through in the order of the list until a page is full.
 *
 * @param values by the names of the statement's parameters
 */
record StoryListSql(String text, Map<String, Object> values) {

    /**
     * Following each article to its story takes about as long as going through stories until enough say it: among a million
     * articles, a tenth of a second where six thousand say it.
     */
    static final int FEW = 6_000;

    /** So many stories are gone through, at most, for one page; a fifth of a second. */
    private static final int FAR = 2_000;

    /** Queries are constants, one a dictionary, so that they are read once and that each has its index. */
    private static final String SAYS = SearchDictionary.all().stream()
            .map("a.dictionary = '%1$s' and a.words @@ websearch_to_tsquery('%1$s', :text)"::formatted)
            .collect(Collectors.joining(" or ", "(", ")"));

    /** Stories, in order; where the query is for words, from the few articles that say them. */
    static StoryListSql of(StoryQuery query) {
        Conditions conditions = Conditions.of(query).limited(query);
        if (query.filter().text() == null) {
            return conditions.statement(conditions.list("story s", query.sort(), ":limit", Rows.SUMMARY_COLUMNS));
        }
        // All of them are put in order; what is shown is only read of those that are.
        String page = conditions.list("said join story s on s.id = said.story_id", query.sort(), ":limit", "s.id");
        return conditions
                .bind("text", words(query))
                .statement("with said as materialized (select distinct m.story_id from article a"
                        + " join membership m on m.article_id = a.id where " + SAYS + "), page as materialized (" + page
                        + ") select " + Rows.SUMMARY_COLUMNS + " from page join story s on s.id = page.id order by "
                        + order(query.sort()));
    }

    /** Stories, in order, of which one article says the words; only {@link #FAR} are looked at. */
    static StoryListSql ofNextThatSay(StoryQuery query) {
        Conditions conditions =
                Conditions.of(query).limited(query).bind("text", words(query)).bind("far", FAR);
        String next = conditions.list("story s", query.sort(), ":far", Rows.SUMMARY_COLUMNS);
        String each = "(%s) s cross join lateral (select from membership m join article a on a.id = m.article_id"
                        .formatted(next)
                + " where m.story_id = s.id and " + SAYS + " limit 1) said";
        String text = "select s.* from %s order by %s limit :limit".formatted(each, order(query.sort()));
        return conditions.statement(text);
    }

    /** Which of the stories {@code :ids} are meant; also those that were merged into others. */
    static StoryListSql among(StoryFilter filter) {
        Conditions conditions = new Conditions();
        conditions.add("s.id = any(:ids)");
        filter(conditions, filter);
        if (filter.text() != null) {
            conditions.add(
                    "exists (select from membership m join article a on a.id = m.article_id where m.story_id = s.id and "
                            + SAYS + ")",
                    "text",
                    SearchText.fold(filter.text()));
        }
        return conditions.statement("select s.id from story s where " + String.join(" and ", conditions.all));
    }

    /** What PostgreSQL thinks of how many articles say the words; it does not look for them. */
    static StoryListSql ofSayingArticles(StoryQuery query) {
        return new StoryListSql(
                "explain (format json) select from article a where " + SAYS, Map.of("text", words(query)));
    }

    /** Whether there are no more stories than are looked at for one page, whatever they say. */
    static StoryListSql areFewToLookAt(StoryQuery query) {
        Conditions conditions = Conditions.of(query).bind("most", FAR + 1);
        String all = "select from story s where " + String.join(" and ", conditions.all) + " limit :most";
        return conditions.statement("select count(*) < :most from (%s) found".formatted(all));
    }

    private static String words(StoryQuery query) {
        return SearchText.fold(Objects.requireNonNull(query.filter().text()));
    }

    private static void filter(Conditions conditions, StoryFilter filter) {
        conditions
                .addIfPresent("s.updated >= :since", "since", time(filter.since()))
                .addIfPresent("s.updated < :until", "until", time(filter.until()))
                .addIfPresent("s.change > :updatedSince", "updatedSince", filter.updatedSince())
                .addIfPresent("s.languages @> array[cast(:language as text)]", "language", lower(filter.language()))
                .addIfPresent(
                        "s.publisher_keys @> array[cast(:publisher as text)]", "publisher", folded(filter.publisher()))
                .addIfPresent("s.agency_key = :agency", "agency", folded(filter.agency()));
        if (filter.minArticles() == 2) {
            // Written out, so that the index on retold stories serves it.
            conditions.add("s.article_count >= 2");
        } else if (filter.minArticles() > 2) {
            conditions
                    .add("s.article_count >= 2")
                    .add("s.article_count >= :minArticles", "minArticles", filter.minArticles());
        }
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

        /** Without its words, which are no condition on a story. */
        private static Conditions of(StoryQuery query) {
            Conditions conditions = new Conditions();
            conditions.add("s.merged_into is null");
            filter(conditions, query.filter());
            Cursor after = query.after();
            if (after != null) {
                conditions.add(keyset(query.sort()), "key", key(after)).bind("id", after.id());
            }
            return conditions;
        }

        /** One more than asked for tells whether the list goes on. */
        private Conditions limited(StoryQuery query) {
            return bind("limit", query.limit() + 1);
        }

        private StoryListSql statement(String text) {
            return new StoryListSql(text, values);
        }

        /** So many of those that meet all conditions, in order. */
        private String list(String tables, Sort sort, String most, String columns) {
            return "select %s from %s where %s order by %s limit %s"
                    .formatted(columns, tables, String.join(" and ", all), order(sort), most);
        }

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
