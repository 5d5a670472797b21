package org.retold.api.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a query for stories from the parameters of a request. */
public final class StoryQueryReader {

    private static final long MOST_ARTICLES = 1_000_000;

    private final int defaultMinArticles;
    private final int defaultLimit;

    /** @param defaultMinArticles where the query does not say; 1 or more */
    public StoryQueryReader(int defaultMinArticles, int defaultLimit) {
        this.defaultMinArticles = defaultMinArticles;
        this.defaultLimit = defaultLimit;
    }

    public Asked<StoryQuery> read(Map<String, List<String>> parameters) {
        QueryWords words = new QueryWords(parameters);
        StoryFilter filter = new StoryFilter(
                words.time("since").orElse(null),
                words.time("until").orElse(null),
                words.number("updatedSince", 0, Long.MAX_VALUE).orElse(null),
                words.text("language").orElse(null),
                words.text("publisher").orElse(null),
                words.text("agency").orElse(null),
                words.text("q").orElse(null),
                words.number("minArticles", 1, MOST_ARTICLES)
                        .orElse((long) defaultMinArticles)
                        .intValue());
        Sort sort = sort(words, filter);
        int limit = words.number("limit", 1, StoryQuery.MAX_LIMIT)
                .orElse((long) defaultLimit)
                .intValue();
        Optional<Cursor> cursor = cursor(words, filter, sort);
        List<BadParameter> problems = words.problems();
        return problems.isEmpty()
                ? new Asked.Understood<>(new StoryQuery(filter, sort, limit, cursor.orElse(null)))
                : new Asked.NotUnderstood<>(problems);
    }

    private static Sort sort(QueryWords words, StoryFilter filter) {
        Optional<String> asked = words.text("sort");
        if (filter.updatedSince() != null) {
            asked.ifPresent(word -> words.refuse("sort", "does not go with updatedSince, which walks changes upwards"));
            return Sort.CHANGE;
        }
        return asked.<Sort>flatMap(word -> switch (word) {
                    case "updated" -> Optional.of(Sort.UPDATED);
                    case "first" -> Optional.of(Sort.FIRST);
                    case "size" -> Optional.of(Sort.SIZE);
                    default -> words.refuse("sort", "'%s' is none of updated, first, size".formatted(word));
                })
                .orElse(Sort.UPDATED);
    }

    private static Optional<Cursor> cursor(QueryWords words, StoryFilter filter, Sort sort) {
        Optional<String> word = words.text("cursor");
        if (word.isEmpty() || words.hasProblems()) {
            return Optional.empty();
        }
        Optional<Cursor> cursor = Cursor.parse(word.get());
        if (cursor.isEmpty()) {
            return words.refuse("cursor", "is not one that was given out here");
        }
        if (!cursor.get().continues(sort, filter)) {
            return words.refuse("cursor", "belongs to a list with another order or other filters");
        }
        return cursor;
    }
}
