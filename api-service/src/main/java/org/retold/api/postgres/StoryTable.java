package org.retold.api.postgres;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
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
        Map<String, StoryNews.Known> known = known(handle, subjects);
        StoryNews news = StoryNews.of(stories, events, known);
        Set<String> barred = TakedownTable.barredIds(handle, Withholding.listed(news.snapshots()));
        List<Story> snapshots = Withholding.of(news.snapshots(), barred);
        putSnapshots(handle, snapshots);
        ExpiryTable.comeAgain(
                handle,
                snapshots.stream()
                        .map(Story::id)
                        .filter(id ->
                                known.getOrDefault(id, StoryNews.Known.NOTHING).isGone())
                        .toList());
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
        ColumnValues<Story> columns = new ColumnValues<>(snapshots);
        handle.createUpdate("""
                        insert into story
                            (id, version, change, headline, languages, agency, agency_key, first_published, last_published,
                             updated, article_count, publisher_count, publisher_keys, origin, merged_into, shown)
                        select id, version, change, headline, cast(languages as text[]), agency, agency_key,
                            cast(first as timestamptz), cast(last as timestamptz), cast(updated as timestamptz), articles,
                            publishers, cast(publisher_keys as text[]), cast(origin as json), merged_into, shown
                        from unnest(:ids, :versions, :changes, :headlines, :languages, :agencies, :agencyKeys, :first, :last,
                                :updated, :articles, :publishers, :publisherKeys, :origins, :mergedInto, :shown)
                            as told(id, version, change, headline, languages, agency, agency_key, first, last, updated,
                                articles, publishers, publisher_keys, origin, merged_into, shown)
                        on conflict (id) do update
                        set version = excluded.version, change = excluded.change, headline = excluded.headline,
                            languages = excluded.languages, agency = excluded.agency, agency_key = excluded.agency_key,
                            first_published = excluded.first_published, last_published = excluded.last_published,
                            updated = excluded.updated, article_count = excluded.article_count,
                            publisher_count = excluded.publisher_count, publisher_keys = excluded.publisher_keys,
                            origin = excluded.origin, merged_into = excluded.merged_into, shown = excluded.shown
                        """)
                .bindArray("ids", String.class, columns.of(Story::id))
                .bindArray("versions", Long.class, columns.of(Story::version))
                .bindArray("changes", Long.class, columns.of(Story::change))
                .bindArray("headlines", String.class, columns.of(story -> Columns.text(story.headline())))
                .bindArray("languages", String.class, columns.of(story -> Columns.array(StorySummary.languages(story))))
                .bindArray("agencies", String.class, columns.of(story -> Columns.text(story.agency())))
                .bindArray("agencyKeys", String.class, columns.of(story -> foldedName(story.agency())))
                .bindArray(
                        "first",
                        String.class,
                        columns.of(story -> story.firstPublished().toString()))
                .bindArray(
                        "last",
                        String.class,
                        columns.of(story -> story.lastPublished().toString()))
                .bindArray(
                        "updated",
                        String.class,
                        columns.of(story -> story.updated().toString()))
                .bindArray("articles", Long.class, columns.of(story -> (long) story.articleCount()))
                .bindArray("publishers", Long.class, columns.of(story ->
                        (long) story.publishers().size()))
                .bindArray("publisherKeys", String.class, columns.of(story -> Columns.array(publisherKeys(story))))
                .bindArray("origins", String.class, columns.of(story -> Columns.json(story.origin())))
                .bindArray("mergedInto", String.class, columns.of(Story::mergedInto))
                .bindArray("shown", String.class, columns.of(Shown::summary))
                .execute();
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
