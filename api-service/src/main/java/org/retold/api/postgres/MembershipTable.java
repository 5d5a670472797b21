package org.retold.api.postgres;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
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
        release(handle, snapshots, claims);
        claim(handle, claims);
    }

    /** A story's word that an article is in it. */
    private record Claim(Story story, Story.Member member) {}

    private static List<Claim> claims(List<Story> snapshots) {
        Map<String, Claim> latest = new HashMap<>();
        snapshots.stream()
                .sorted(Comparator.comparingLong(Story::change))
                .forEach(story ->
                        story.articles().forEach(member -> latest.put(member.id(), new Claim(story, member))));
        return new ArrayList<>(latest.values());
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

    private static void release(Handle handle, List<Story> snapshots, List<Claim> claims) {
        // A story that lists only its first thousand articles says nothing of the others.
        List<String> complete = snapshots.stream()
                .filter(story -> story.articles().size() >= story.articleCount())
                .map(Story::id)
                .toList();
        handle.createUpdate("""
                        delete from membership m
                        where m.story_id = any(:complete) and not exists (
                            select from unnest(:articles, :stories) as claim(article_id, story_id)
                            where claim.article_id = m.article_id and claim.story_id = m.story_id)
                        """)
                .bindArray("complete", String.class, complete)
                .bindArray("articles", String.class, articles(claims))
                .bindArray("stories", String.class, stories(claims))
                .execute();
    }

    /**
     * Every snapshot claims all its articles again, nearly all of which it has: those are left out before the insert,
     * which would lock and log each of them.
     */
    private static void claim(Handle handle, List<Claim> claims) {
        handle.createUpdate("""
                        insert into membership as m (article_id, story_id, arrival, member)
                        select claim.article_id, claim.story_id, claim.arrival, cast(claim.member as json)
                        from unnest(:articles, :stories, :arrivals, :members)
                            as claim(article_id, story_id, arrival, member)
                        join story claimer on claimer.id = claim.story_id
                        left join membership held on held.article_id = claim.article_id
                        left join story holder on holder.id = held.story_id
                        where (holder.id is null or holder.id = claimer.id or holder.change < claimer.change)
                            and (held.story_id, cast(held.member as text))
                                is distinct from (claim.story_id, claim.member)
                        on conflict (article_id) do update
                        set story_id = excluded.story_id, arrival = excluded.arrival, member = excluded.member
                        """)
                .bindArray("articles", String.class, articles(claims))
                .bindArray("stories", String.class, stories(claims))
                .bindArray(
                        "arrivals",
                        Long.class,
                        claims.stream().map(claim -> claim.member().arrival()).toList())
                .bindArray(
                        "members",
                        String.class,
                        claims.stream()
                                .map(claim -> String.valueOf(Columns.json(claim.member())))
                                .toList())
                .execute();
    }

    private static List<String> articles(List<Claim> claims) {
        return claims.stream().map(claim -> claim.member().id()).toList();
    }

    private static List<String> stories(List<Claim> claims) {
        return claims.stream().map(claim -> claim.story().id()).toList();
    }
}
