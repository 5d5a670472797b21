package org.retold.api.postgres;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.retold.api.story.SearchText;

/**
 * Words that somebody searches for, as dictionaries read them. All articles' words stand in one index, whichever dictionary
 * read them, so that those that read the question alike are asked together.
 *
 * @param readings as they differ; none where there are no articles, and where no dictionary finds a word that it looks for
 */
record SaidWords(List<Reading> readings) {

    /**
     * @param query as PostgreSQL writes one
     * @param dictionaries that read the words so
     */
    record Reading(String query, List<String> dictionaries) {

        Reading {
            dictionaries = List.copyOf(dictionaries);
        }
    }

    SaidWords {
        readings = List.copyOf(readings);
    }

    /** @param words as they are typed into a search */
    static SaidWords read(Handle handle, String words) {
        return new SaidWords(handle.createQuery("""
                        select query, array_agg(name) as dictionaries
                        from (select name,
                            cast(websearch_to_tsquery(cast(name as regconfig), :words) as text) as query from dictionary)
                        where query <> '' group by query order by query
                        """)
                .bind("words", SearchText.fold(words))
                .map((row, context) -> new Reading(row.getString("query"), Columns.texts(row, "dictionaries")))
                .list());
    }

    /**
     * Column {@code number} of articles that say them, each once.
     *
     * @param further a condition on the article {@code a}
     */
    String articles(String further) {
        return each(
                " union all ",
                condition -> "select a.number from article a where %s and %s".formatted(condition, further));
    }

    /** That the article {@code a} says them. */
    String areSaid() {
        return readings.isEmpty() ? "false" : each(" or ", condition -> "(" + condition + ")");
    }

    private String each(String between, Function<String, String> piece) {
        return IntStream.range(0, readings.size())
                .mapToObj("a.dictionary = any(:dictionaries%1$d) and a.words @@ cast(:query%1$d as tsquery)"::formatted)
                .map(piece)
                .collect(Collectors.joining(between));
    }

    /** Binds them in a statement that has these pieces. */
    StoryConditions bound(StoryConditions conditions) {
        for (int nth = 0; nth < readings.size(); nth++) {
            conditions
                    .bind("query" + nth, readings.get(nth).query())
                    .bind("dictionaries" + nth, readings.get(nth).dictionaries().toArray(String[]::new));
        }
        return conditions;
    }
}
