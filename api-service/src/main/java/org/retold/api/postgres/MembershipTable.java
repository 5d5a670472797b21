package org.retold.api.postgres;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.Fingerprint;
import org.retold.contract.Published;
import org.retold.contract.Story;

/**
 * Which story each article is in. One row an article, so that it is never in two; a story that is absorbed hands its
 * articles over, so that they are never in none. Of two stories that claim an article, the one with the later change
 * has it.
 */
final class MembershipTable {

    private MembershipTable() {}

    /** The stories themselves are in their table by now. */
    static void put(Handle handle, List<Story> snapshots) {
        if (snapshots.isEmpty()) {
            return;
        }
        handOver(handle, snapshots);
        List<Claim> claims = claims(snapshots);
        Difference difference = difference(handle, snapshots, claims);
        release(handle, snapshots, difference.unclaimed());
        claim(handle, difference.news());
    }

    /** A story's word that an article is in it. */
    private record Claim(Story story, Story.Member member, String json) {

        private Claim(Story story, Story.Member member) {
            this(story, member, String.valueOf(Columns.json(member)));
        }

        /** Another one where anything else is said of the article. */
        private long fingerprint() {
            return Fingerprint.of(json);
        }
    }

    /**
     * @param news claims that are not in the table
     * @param unclaimed articles that the table has in these stories, and these do not claim
     */
    private record Difference(List<Claim> news, List<String> unclaimed) {}

    private static List<Claim> claims(List<Story> snapshots) {
        Map<String, Claim> latest = new HashMap<>();
        snapshots.stream()
                .sorted(Comparator.comparingLong(Story::change))
                .forEach(story ->
                        story.articles().forEach(member -> latest.put(member.id(), new Claim(story, member))));
        return new ArrayList<>(latest.values());
    }

    /** Every snapshot claims all its articles again, nearly all of which it has. */
    private static Difference difference(Handle handle, List<Story> snapshots, List<Claim> claims) {
        List<Claim> news = new ArrayList<>();
        List<String> unclaimed = new ArrayList<>();
        ColumnValues<Claim> columns = new ColumnValues<>(claims);
        handle.createQuery("""
                        select claim.place, held.article_id
                        from (select article_id, story_id, fingerprint from membership
                              where story_id = any(:snapshots)) held
                        full join unnest(:articles, :stories, :fingerprints) with ordinality
                            as claim(article_id, story_id, fingerprint, place)
                            on claim.article_id = held.article_id and claim.story_id = held.story_id
                        where claim.place is null or held.fingerprint is distinct from claim.fingerprint
                        """)
                .bindArray(
                        "snapshots",
                        String.class,
                        snapshots.stream().map(Story::id).toList())
                .bindArray(
                        "articles",
                        String.class,
                        columns.of(claim -> claim.member().id()))
                .bindArray(
                        "stories",
                        String.class,
                        columns.of(claim -> claim.story().id()))
                .bindArray("fingerprints", Long.class, columns.of(Claim::fingerprint))
                .map((row, context) -> {
                    Long place = row.getObject("place", Long.class);
                    if (place == null) {
                        unclaimed.add(row.getString("article_id"));
                    } else {
                        news.add(claims.get(Math.toIntExact(place) - 1));
                    }
                    return true;
                })
                .list();
        return new Difference(news, unclaimed);
    }

    /** The survivor's own snapshot normally comes with the same change; compaction may have left only a later one. */
    private static void handOver(Handle handle, List<Story> snapshots) {
        List<String> absorbed = snapshots.stream()
                .filter(story -> story.mergedInto() != null)
                .map(Story::id)
                .toList();
        if (absorbed.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        update membership m set story_id = survivor.id
                        from story gone join story survivor on survivor.id = gone.merged_into
                        where m.story_id = gone.id and gone.id = any(:absorbed) and survivor.change < gone.change
                        """).bindArray("absorbed", String.class, absorbed).execute();
    }

    /** A story that lists only its first thousand articles says nothing of the others. */
    private static void release(Handle handle, List<Story> snapshots, List<String> unclaimed) {
        if (unclaimed.isEmpty()) {
            return;
        }
        List<String> complete = snapshots.stream()
                .filter(story -> story.articles().size() >= story.articleCount())
                .map(Story::id)
                .toList();
        handle.createUpdate("delete from membership where article_id = any(:unclaimed) and story_id = any(:complete)")
                .bindArray("unclaimed", String.class, unclaimed)
                .bindArray("complete", String.class, complete)
                .execute();
    }

    private static void claim(Handle handle, List<Claim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        ColumnValues<Claim> columns = new ColumnValues<>(claims);
        handle.createUpdate("""
                        insert into membership (article_id, story_id, arrival, member, fingerprint, host, publisher,
                            language, published, precision, shown, evidence, agencies, whole, article_number,
                            story_number)
                        select claim.article_id, claim.story_id, claim.arrival, cast(claim.member as json),
                            claim.fingerprint, claim.host, claim.publisher, claim.language, claim.published,
                            claim.precision, claim.shown, case when why.whole then why.body end, told.agencies,
                            coalesce(why.whole, true), told.number, claimer.number
                        from unnest(:articles, :stories, :arrivals, :members, :fingerprints, :hosts, :publishers,
                                :languages, :published, :precisions, :shown)
                            as claim(article_id, story_id, arrival, member, fingerprint, host, publisher, language,
                                published, precision, shown)
                        join story claimer on claimer.id = claim.story_id
                        left join membership held on held.article_id = claim.article_id
                        left join story holder on holder.id = held.story_id
                        left join evidence why on why.article_id = claim.article_id
                        left join article told on told.id = claim.article_id
                        where holder.id is null or holder.id = claimer.id or holder.change < claimer.change
                        on conflict (article_id) do update
                        set story_id = excluded.story_id, arrival = excluded.arrival, member = excluded.member,
                            fingerprint = excluded.fingerprint, host = excluded.host, publisher = excluded.publisher,
                            language = excluded.language, published = excluded.published,
                            precision = excluded.precision, shown = excluded.shown, evidence = excluded.evidence,
                            agencies = excluded.agencies, whole = excluded.whole
                        """)
                .bindArray(
                        "articles",
                        String.class,
                        columns.of(claim -> claim.member().id()))
                .bindArray(
                        "stories",
                        String.class,
                        columns.of(claim -> claim.story().id()))
                .bindArray(
                        "arrivals",
                        Long.class,
                        columns.of(claim -> claim.member().arrival()))
                .bindArray("members", String.class, columns.of(Claim::json))
                .bindArray("fingerprints", Long.class, columns.of(Claim::fingerprint))
                .bindArray(
                        "hosts",
                        String.class,
                        columns.of(
                                claim -> Columns.text(claim.member().publisher().host())))
                .bindArray(
                        "publishers",
                        String.class,
                        columns.of(
                                claim -> Columns.text(claim.member().publisher().name())))
                .bindArray(
                        "languages",
                        String.class,
                        columns.of(claim -> claim.member().language()))
                .bindArray(
                        "published",
                        String.class,
                        columns.of(claim -> at(claim.member().published())))
                .bindArray(
                        "precisions",
                        String.class,
                        columns.of(claim -> precision(claim.member().published())))
                .bindArray("shown", String.class, columns.of(claim -> Shown.article(claim.member())))
                .execute();
    }

    private static @Nullable String at(@Nullable Published published) {
        return published == null ? null : published.at().toString();
    }

    private static @Nullable String precision(@Nullable Published published) {
        return published == null ? null : published.precision().name().toLowerCase(Locale.ROOT);
    }
}
