package org.retold.api.postgres;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param values by the names of the statement's parameters
 */
record StoryListSql(String text, Map<String, Object> values) {

    /** So many stories are gone through, at most, for one page; a fifth of a second. */
    private static final int FAR = 2_000;

    private static final String STORIES_OF_ARTICLES =
            "select distinct m.story_number as number from article a join membership m on m.article_number = a.number where ";

    private static final String ARTICLES_OF_STORY =
            "select from membership m join article a on a.id = m.article_id where m.story_id = s.id and ";

    private static final String SAID_STORIES = "said join story s on s.number = said.number";

    /**
     * That an article says words. Queries are constants, one a dictionary, so that they are read once and that each has its
     * index.
     *
     * @param dictionaries of {@link SearchDictionary}, those that articles are searched with
     */
    static String says(Set<String> dictionaries) {
        return SearchDictionary.all().stream()
                .filter(dictionaries::contains)
                .map("a.dictionary = '%1$s' and a.words @@ websearch_to_tsquery('%1$s', :text)"::formatted)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(" or "), any -> any.isEmpty() ? "false" : "(" + any + ")"));
    }

    /** Stories, in order, whatever they say. */
    static StoryListSql of(StoryQuery query) {
        Conditions conditions = Conditions.of(query).limited(query);
        return conditions.statement(conditions.list("story s", query.sort(), ":limit", Rows.SUMMARY_COLUMNS));
    }

    /** Stories, in order, from the few articles that say the words. */
    static StoryListSql ofSaid(StoryQuery query, String says) {
        Conditions conditions = Conditions.of(query).limited(query);
        // All of them are put in order; what is shown is only read of those that are.
        return conditions
                .bind("text", words(query))
                .statement("with said as materialized (" + STORIES_OF_ARTICLES + says + "), page as materialized ("
                        + conditions.list(SAID_STORIES, query.sort(), ":limit", "s.id") + ")" + shown(query.sort()));
    }

    /**
     * Columns {@code id, updated} of stories, the last updated first, of which an article accepted since then says the words.
     * A story is updated when an article comes, and services' clocks are less than a day apart: later articles are not looked
     * at.
     */
    static StoryListSql ofRecent(StoryQuery query, OffsetDateTime accepted, String says) {
        Conditions conditions = Conditions.of(query);
        return conditions
                .limited(query)
                .bind("text", words(query))
                .bind("accepted", accepted)
                .bind("before", newest(query).map(time -> time.plusDays(1)).orElse(OffsetDateTime.MAX))
                .statement("with said as materialized (" + STORIES_OF_ARTICLES
                        + "a.accepted >= :accepted and a.accepted < :before and " + says + ") "
                        + conditions.list(SAID_STORIES, query.sort(), ":limit", "s.id, s.updated"));
    }

    /** No story of a page by time was updated later; empty where that is not known. */
    static Optional<OffsetDateTime> newest(StoryQuery query) {
        Cursor after = query.after();
        return Stream.of(query.filter().until(), after == null ? null : after.time())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(Columns::time);
    }

    /**
     * Stories, the last updated first: a page of recent ones, and those that are as new in the list but owe it to an article
     * that does not say the words.
     */
    static StoryListSql ofRecentAndOlder(
            StoryQuery query, List<String> recent, OffsetDateTime updated, OffsetDateTime accepted, String says) {
        Conditions older = older(query, updated, accepted)
                .limited(query)
                .bind("text", words(query))
                .bind("recent", recent.toArray(String[]::new));
        return older.statement("with page as materialized (select s.id from ("
                + "select s.id, s.updated from story s where s.id = any(:recent) union select s.id, s.updated from story s"
                + " cross join lateral (" + ARTICLES_OF_STORY + says + " limit 1) said where " + older.all()
                + ") s order by " + order(query.sort()) + " limit :limit)" + shown(query.sort()));
    }

    /** Whether there are more than so many stories, whatever they say, beside a page of recent ones. */
    static StoryListSql olderAreMore(StoryQuery query, OffsetDateTime updated, OffsetDateTime accepted, int most) {
        return older(query, updated, accepted).areMore(most);
    }

    /** Stories as new in the list as recent ones that began before the articles that led to these. */
    private static Conditions older(StoryQuery query, OffsetDateTime updated, OffsetDateTime accepted) {
        return Conditions.of(query)
                .add("s.updated >= :oldest", "oldest", updated)
                // An article may be said to be published a day later than it was accepted, no more.
                .add("s.first_published < :began", "began", accepted.plusDays(1));
    }

    /** Stories, in order, of which one article says the words; only {@link #FAR} are looked at. */
    static StoryListSql ofNextThatSay(StoryQuery query, String says) {
        Conditions conditions =
                Conditions.of(query).limited(query).bind("text", words(query)).bind("far", FAR);
        String next = conditions.list("story s", query.sort(), ":far", Rows.SUMMARY_COLUMNS);
        String each = "(%s) s cross join lateral (%s limit 1) said".formatted(next, ARTICLES_OF_STORY + says);
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
                    "exists (" + ARTICLES_OF_STORY + says(SearchDictionary.all()) + ")",
                    "text",
                    SearchText.fold(filter.text()));
        }
        return conditions.statement("select s.id from story s where " + conditions.all());
    }

    /** What PostgreSQL thinks of how many articles say the words; it does not look for them. */
    static StoryListSql ofSayingArticles(StoryQuery query, String says) {
        return new StoryListSql(
                "explain (format json) select from article a where " + says, Map.of("text", words(query)));
    }

    /** Whether there are more stories than are looked at for one page, whatever they say. */
    static StoryListSql areManyToLookAt(StoryQuery query) {
        return Conditions.of(query).areMore(FAR);
    }

    private static String shown(Sort sort) {
        return " select %s from page join story s on s.id = page.id order by %s"
                .formatted(Rows.SUMMARY_COLUMNS, order(sort));
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

        private String all() {
            return String.join(" and ", all);
        }

        private StoryListSql areMore(int most) {
            return bind("most", most)
                    .statement("select count(*) > :most from (select from story s where " + all()
                            + " limit :most + 1) found");
        }

        private StoryListSql statement(String text) {
            return new StoryListSql(text, values);
        }

        /** So many of those that meet all conditions, in order. */
        private String list(String tables, Sort sort, String most, String columns) {
            return "select %s from %s where %s order by %s limit %s"
                    .formatted(columns, tables, all(), order(sort), most);
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
