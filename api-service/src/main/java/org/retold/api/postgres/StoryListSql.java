package org.retold.api.postgres;

import org.jdbi.v3.core.Handle;
import org.retold.api.story.StoryFilter;
import org.retold.api.story.StoryQuery;

/** The statements behind lists of stories, but for searches. */
final class StoryListSql {

    private StoryListSql() {}

    /** Stories, in order, whatever they say. */
    static BoundSql of(StoryQuery query) {
        StoryConditions conditions = StoryConditions.of(query).limited(query);
        return conditions.statement(conditions.list("story s", query.sort(), ":limit", Rows.SUMMARY_COLUMNS));
    }

    /** Which of the stories {@code :ids} are meant; also those that were merged into others. */
    static BoundSql among(Handle handle, StoryFilter filter) {
        StoryConditions conditions =
                new StoryConditions().add("s.id = any(:ids)").filter(filter);
        String text = filter.text();
        if (text != null) {
            SaidWords words = SaidWords.read(handle, text);
            words.bound(conditions.add(SaidSql.isSaid(words)));
        }
        return conditions.statement("select s.id from story s where " + conditions.all());
    }
}
