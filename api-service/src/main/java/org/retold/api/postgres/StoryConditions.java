package org.retold.api.postgres;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.Cursor;
import org.retold.api.story.SearchText;
import org.retold.api.story.Sort;
import org.retold.api.story.StoryFilter;
import org.retold.api.story.StoryQuery;

/** Conditions on stories that all must hold, with their values. */
final class StoryConditions {

    /** When a story was first published, as was known when it came. */
    static final String FIRST_KNOWN = "coalesce(s.first_known, s.first_published)";

    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** Of a page of a list; without its words, which are no condition on a story. */
    static StoryConditions of(StoryQuery query) {
        StoryConditions conditions =
                new StoryConditions().add("s.merged_into is null").filter(query.filter());
        Cursor after = query.after();
        return after == null
                ? conditions
                : conditions.add(keyset(query.sort()), "key", key(after)).bind("id", after.id());
    }

    /** One more than asked for tells whether the list goes on. */
    StoryConditions limited(StoryQuery query) {
        return bind("limit", query.limit() + 1);
    }

    /** Without its words. */
    StoryConditions filter(StoryFilter filter) {
        addIfPresent("s.updated >= :since", "since", time(filter.since()));
        addIfPresent("s.updated < :until", "until", time(filter.until()));
        addIfPresent("s.change > :updatedSince", "updatedSince", filter.updatedSince());
        addIfPresent("s.languages @> array[cast(:language as text)]", "language", lower(filter.language()));
        addIfPresent("s.publisher_keys @> array[cast(:publisher as text)]", "publisher", folded(filter.publisher()));
        addIfPresent("s.agency_key = :agency", "agency", folded(filter.agency()));
        if (filter.minArticles() == 2) {
            // Written out, so that the index on retold stories serves it.
            add("s.article_count >= 2");
        } else if (filter.minArticles() > 2) {
            add("s.article_count >= 2").add("s.article_count >= :minArticles", "minArticles", filter.minArticles());
        }
        return this;
    }

    String all() {
        return String.join(" and ", all);
    }

    BoundSql statement(String text) {
        return new BoundSql(text, Map.copyOf(values));
    }

    /** So many of those that meet all conditions, in order. */
    String list(String tables, Sort sort, String most, String columns) {
        return "select %s from %s where %s order by %s limit %s".formatted(columns, tables, all(), order(sort), most);
    }

    /** Whether more stories than so many meet all conditions. */
    BoundSql areMore(int most) {
        return bind("most", most)
                .statement(
                        "select count(*) > :most from (select from story s where " + all() + " limit :most + 1) found");
    }

    StoryConditions add(String condition) {
        all.add(condition);
        return this;
    }

    StoryConditions add(String condition, String name, Object value) {
        return add(condition).bind(name, value);
    }

    StoryConditions bind(String name, Object value) {
        values.put(name, value);
        return this;
    }

    private void addIfPresent(String condition, String name, @Nullable Object value) {
        if (value != null) {
            add(condition, name, value);
        }
    }

    static String order(Sort sort) {
        return switch (sort) {
            case UPDATED -> "s.updated desc, s.id desc";
            case FIRST -> FIRST_KNOWN + " desc, s.id desc";
            case SIZE -> "s.article_count desc, s.id desc";
            case CHANGE -> "s.change, s.id";
        };
    }

    private static String keyset(Sort sort) {
        return switch (sort) {
            case UPDATED -> "(s.updated, s.id) < (:key, :id)";
            case FIRST -> "(" + FIRST_KNOWN + ", s.id) < (:key, :id)";
            case SIZE -> "(s.article_count, s.id) < (:key, :id)";
            case CHANGE -> "(s.change, s.id) > (:key, :id)";
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
}
