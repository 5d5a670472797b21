package org.retold.api.postgres;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Fills the tables so full that going through one of them is never the shortest way. */
final class ManyRows {

    private static final List<String> FILLED = List.of("""
            insert into story (id, version, change, headline, languages, agency, agency_key, first_published,
                last_published, updated, article_count, publisher_count, publisher_keys, origin)
            select 'many' || n, 1, n, 'Headline ' || n, array[(array['en', 'fr', 'de', 'es'])[1 + n % 4]],
                'Agency ' || n % 300, 'agency ' || n % 300, at, at, at, 1 + n % 50 * (n % 7) / 6, 1,
                array['p' || n % 400, 'p' || n % 900 || '.example'], '{"reason": "It came first."}'
            from (select n, timestamptz '2023-01-01' + n * interval '1 minute' as at from generate_series(1, 20000) n) m
            """, """
            insert into story (id, version, change, headline, languages, first_published, last_published, updated,
                article_count, publisher_count, publisher_keys, merged_into)
            select 'absorbed' || n, 2, n, '', '{}', now(), now(), now(), 0, 0, '{}', 'many' || n
            from generate_series(1, 5000) n
            """, """
            insert into membership (article_id, story_id, arrival, member)
            select 'many' || n, 'many' || 1 + n / 3, n, json_build_object('id', 'many' || n, 'title', 'Title ' || n,
                'publisher', json_build_object('host', 'p' || n % 900 || '.example', 'name', 'P' || n % 900), 'language', (array['en', 'fr', 'de'])[1 + n % 3])
            from generate_series(1, 59990) n
            """, """
            insert into article (id, position, full_text, url, url_key, accepted, dictionary, words, body, agencies)
            select 'many' || n, n, true, 'https://many.example/' || n, 'many.example/' || n,
                timestamptz '2023-01-01' + n * interval '20 seconds', (array['english', 'french', 'german'])[1 + n % 3],
                to_tsvector('simple', case when n % 5 = 0 then 'common' else 'other' end || ' word' || n % 20 || ' rare' || n), '{}',
                case when n % 3 = 0 then '["Reuters"]' end
            from generate_series(1, 60000) n
            """, """
            insert into dictionary select distinct dictionary from article
            """, """
            insert into article_was_at (article_id, url_key)
            select 'many' || n, 'was.example/' || n from generate_series(1, 20000) n
            """, """
            insert into evidence (article_id, position, body)
            select 'many' || n, n, json_build_object('otherArticleId', 'many' || n - 1) from generate_series(1, 60000) n
            """, """
            insert into story_event (id, story_id, change, position, at, body)
            select 'many' || n, 'many' || n % 20000, n, n, timestamptz '2023-01-01' + n * interval '1 minute', '{}'
            from generate_series(1, 60000) n
            """, """
            insert into story_expiry (story_id, change, at) select 'gone' || n, n, now() from generate_series(1, 20000) n
            """, """
            insert into takedown (id, position, url_key)
            select 'many' || n, n, 'down.example/' || n from generate_series(1, 5000) n
            """, """
            insert into taken_down (article_id, takedown_id, url_key)
            select 'down' || n, 'many' || n, 'down.example/' || n from generate_series(1, 5000) n
            """, """
            insert into correction (id, position, body)
            select 'many' || n, n, '{}' from generate_series(1, 5000) n
            """, """
            insert into feed (id, position, title, failing, body)
            select 'many' || n, n, 'Feed ' || n, false, '{}' from generate_series(1, 5000) n
            """);

    private ManyRows() {}

    static void in(Handle handle) {
        FILLED.forEach(handle::execute);
        handle.execute("vacuum analyze");
    }
}
