package org.retold.api.postgres;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.retold.api.arrival.Arrival;
import org.retold.api.story.SearchDictionary;
import org.retold.contract.Article;

/** Which dictionaries articles are searched with; a question is read with each of them. None is forgotten. */
final class DictionaryTable {

    private DictionaryTable() {}

    static void put(Handle handle, List<Arrival<Article>> told) {
        String[] names = told.stream()
                .map(arrival -> SearchDictionary.of(arrival.told().language()))
                .distinct()
                .toArray(String[]::new);
        handle.createUpdate("insert into dictionary select unnest(:names) on conflict do nothing")
                .bind("names", names)
                .execute();
    }
}
