package org.retold.api.postgres;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.retold.api.arrival.Arrival;
import org.retold.api.arrival.StoryNews;
import org.retold.api.arrival.Withholding;
import org.retold.api.story.SearchText;
import org.retold.api.story.StorySummary;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;

/** The newest snapshot of each story. */
final class StoryTable {

    private StoryTable() {}

    static void put(Handle handle, List<Arrival<Story>> stories, List<Arrival<StoryEvent>> events) {
        Collection<String> subjects = StoryNews.subjects(stories, events);
        if (subjects.isEmpty()) {
            return;
        }
        StoryNews news = StoryNews.of(stories, events, known(handle, subjects));
        Set<String> barred = TakedownTable.barredIds(handle, Withholding.listed(news.snapshots()));
        List<Story> snapshots = Withholding.of(news.snapshots(), barred);
        putSnapshots(handle, snapshots);
        MembershipTable.put(handle, snapshots);
        if (!news.expired().isEmpty()) {
            ExpiryTable.put(handle, news.expired());
        }
    }

    private static Map<String, StoryNews.Known> known(Handle handle, Collection<String> ids) {
        Map<String, StoryNews.Known> known = new HashMap<>();
        handle.createQuery("""
                        select coalesce(s.id, e.story_id) as id, s.change, s.version, e.change as expired
                        from (select * from story where id = any(:ids)) s
                        full join (select * from story_expiry where story_id = any(:ids)) e on e.story_id = s.id
                        """)
                .bindArray("ids", String.class, ids)
                .map((row, context) -> Map.entry(
                        row.getString("id"),
                        new StoryNews.Known(
                                row.getObject("change", Long.class),
                                row.getObject("version", Long.class),
                                row.getObject("expired", Long.class))))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return known;
    }

    private static void putSnapshots(Handle handle, List<Story> snapshots) {
        if (snapshots.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into story
                    (id, version, change, headline, languages, agency, agency_key, first_published, last_published,
                     updated, article_count, publisher_count, publisher_keys, origin, merged_into, shown)
                values (:id, :version, :change, :headline, :languages, :agency, :agencyKey, :first, :last,
                     :updated, :articles, :publishers, :publisherKeys, cast(:origin as json), :mergedInto, :shown)
                on conflict (id) do update
                set version = excluded.version, change = excluded.change, headline = excluded.headline,
                    languages = excluded.languages, agency = excluded.agency, agency_key = excluded.agency_key,
                    first_published = excluded.first_published, last_published = excluded.last_published,
                    updated = excluded.updated, article_count = excluded.article_count,
                    publisher_count = excluded.publisher_count, publisher_keys = excluded.publisher_keys,
                    origin = excluded.origin, merged_into = excluded.merged_into, shown = excluded.shown
                """);
        snapshots.forEach(story -> bind(batch, story));
        batch.execute();
    }

    private static void bind(PreparedBatch batch, Story story) {
        batch.bind("id", story.id())
                .bind("version", story.version())
                .bind("change", story.change())
                .bind("headline", Columns.text(story.headline()))
                .bindArray("languages", String.class, StorySummary.languages(story))
                .bind("agency", Columns.text(story.agency()))
                .bind("agencyKey", foldedName(story.agency()))
                .bind("first", Columns.time(story.firstPublished()))
                .bind("last", Columns.time(story.lastPublished()))
                .bind("updated", Columns.time(story.updated()))
                .bind("articles", story.articleCount())
                .bind("publishers", story.publishers().size())
                .bindArray("publisherKeys", String.class, publisherKeys(story))
                .bind("origin", Columns.json(story.origin()))
                .bind("mergedInto", story.mergedInto())
                .bind("shown", Shown.summary(story))
                .add();
    }

    private static Collection<String> publisherKeys(Story story) {
        Stream<String> names = story.publishers().stream().map(Story.Count::name);
        Stream<String> members = story.articles().stream()
                .flatMap(member ->
                        Stream.of(member.publisher().host(), member.publisher().name()));
        return Stream.concat(names, members)
                .map(SearchText::foldName)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable String foldedName(@Nullable String name) {
        return name == null ? null : SearchText.foldName(name);
    }
}
