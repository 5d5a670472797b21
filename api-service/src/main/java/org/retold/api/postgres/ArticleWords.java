package org.retold.api.postgres;

import java.util.IdentityHashMap;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.retold.api.arrival.Arrival;
import org.retold.api.story.SearchDictionary;
import org.retold.api.story.SearchText;
import org.retold.contract.Article;

/** The words that articles are found by, as PostgreSQL reads them from texts: a third of what storing an article takes. */
public final class ArticleWords {

    /** Storing an article reads its words. */
    public static final ArticleWords UNREAD = new ArticleWords(new IdentityHashMap<>());

    /** PostgreSQL takes about a million bytes of words. */
    private static final int SEARCHED_CHARACTERS = 200_000;

    private final IdentityHashMap<Arrival<Article>, String> read;

    private ArticleWords(IdentityHashMap<Arrival<Article>, String> read) {
        this.read = read;
    }

    /** Of these very arrivals. */
    static ArticleWords of(Handle handle, List<Arrival<Article>> arrivals) {
        List<Arrival<Article>> told =
                arrivals.stream().filter(arrival -> !arrival.isTombstone()).toList();
        if (told.isEmpty()) {
            return UNREAD;
        }
        IdentityHashMap<Arrival<Article>, String> read = new IdentityHashMap<>();
        try {
            for (int from = 0; from < told.size(); from += ArticleTable.AT_ONCE) {
                List<Arrival<Article>> some = told.subList(from, Math.min(told.size(), from + ArticleTable.AT_ONCE));
                List<String> words = read(handle, some);
                for (int nth = 0; nth < words.size(); nth++) {
                    read.put(some.get(nth), words.get(nth));
                }
            }
            return new ArticleWords(read);
        } catch (JdbiException e) {
            if (Unstorable.isTheCauseOf(e)) {
                // Which one of them it is shows when they are stored.
                return UNREAD;
            }
            throw e;
        }
    }

    /** In the same order. */
    private static List<String> read(Handle handle, List<Arrival<Article>> told) {
        ColumnValues<Arrival<Article>> columns = new ColumnValues<>(told);
        return handle.createQuery("""
                        select cast(to_tsvector(cast(dictionary as regconfig), told) as text)
                        from unnest(:dictionaries, :texts) with ordinality as article (dictionary, told, nth) order by nth
                        """)
                .bindArray(
                        "dictionaries",
                        String.class,
                        columns.of(arrival -> SearchDictionary.of(arrival.told().language())))
                .bindArray("texts", String.class, columns.of(arrival -> text(arrival.told())))
                .mapTo(String.class)
                .list();
    }

    /** Absent where they are to be read when the article is stored. */
    @Nullable
    String of(Arrival<Article> arrival) {
        return read.get(arrival);
    }

    /** What is read. */
    static String text(Article article) {
        String text = article.title() + "\n" + String.join("\n", article.paragraphs());
        return SearchText.fold(text.substring(0, Math.min(text.length(), SEARCHED_CHARACTERS)));
    }
}
