package org.retold.api.outlet;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.retold.api.story.Asked;
import org.retold.api.story.BadParameter;
import org.retold.api.story.QueryWords;

/** Reads a query for publishers from the parameters of a request. */
public final class OutletQueryReader {

    private OutletQueryReader() {}

    public static Asked<OutletQuery> list(Map<String, List<String>> parameters) {
        QueryWords words = new QueryWords(parameters);
        Period period = period(words);
        String language = words.text("language")
                .map(code -> code.toLowerCase(Locale.ROOT))
                .orElse(null);
        OutletSort sort = words.text("sort")
                .<OutletSort>flatMap(word -> OutletSort.of(word)
                        .or(() -> words.refuse(
                                "sort", "'%s' is none of articles, stories, originated, retold".formatted(word))))
                .orElse(OutletSort.ARTICLES);
        int limit = words.number("limit", 1, OutletQuery.MAX_LIMIT)
                .orElse((long) OutletQuery.DEFAULT_LIMIT)
                .intValue();
        Optional<OutletCursor> cursor = cursor(words, OutletQuery.list(period, language, sort));
        return asked(words, new OutletQuery(period, language, sort, limit, cursor.orElse(null)));
    }

    /** What is asked of one publisher. */
    public static Asked<Period> one(Map<String, List<String>> parameters) {
        QueryWords words = new QueryWords(parameters);
        return asked(words, period(words));
    }

    private static Period period(QueryWords words) {
        return words.text("period")
                .<Period>flatMap(word -> Period.of(word)
                        .or(() -> words.refuse("period", "'%s' is none of all, month, week, day".formatted(word))))
                .orElse(Period.ALL);
    }

    private static Optional<OutletCursor> cursor(QueryWords words, String list) {
        Optional<String> word = words.text("cursor");
        if (word.isEmpty() || words.hasProblems()) {
            return Optional.empty();
        }
        Optional<OutletCursor> cursor = OutletCursor.parse(word.get());
        if (cursor.isEmpty()) {
            return words.refuse("cursor", "is not one that was given out here");
        }
        if (!cursor.get().list().equals(list)) {
            return words.refuse("cursor", "belongs to a list with another order or other filters");
        }
        return cursor;
    }

    private static <T> Asked<T> asked(QueryWords words, T what) {
        List<BadParameter> problems = words.problems();
        return problems.isEmpty() ? new Asked.Understood<>(what) : new Asked.NotUnderstood<>(problems);
    }
}
