package org.retold.api.postgres;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.retold.api.story.Sort;
import org.retold.api.story.StoryQuery;

/**
 * The statements behind a search for stories of which an article says words.
 *
 * @param words of which there are some
 */
record SaidSql(StoryQuery query, SaidWords words) {

    /** So many stories are gone through, at most, for one page; a fifth of a second. */
    private static final int FAR = 2_000;

    /** An article may be said to be published a day later than it was accepted, no more. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final String STORIES =
            "select distinct m.story_number as number from (%s) said join membership m on m.article_number = said.number";

    private static final String ACCEPTED = "periods(a.accepted) && cast(:periods as int[])";

    private static final String SAID_STORIES = "said join story s on s.number = said.number";

    /** That an article of the story {@code s} says the words. */
    static String isSaid(SaidWords words) {
        return "exists (" + ofStory(words) + ")";
    }

    /** Articles of the story {@code s} that say the words. */
    private static String ofStory(SaidWords words) {
        return "select from membership m join article a on a.id = m.article_id where m.story_id = s.id and ("
                + words.areSaid() + ")";
    }

    /**
     * Stories, in order, from all the articles that say the words; one row without a story where there is none. Where more
     * articles say them than so many, that row's {@code more} is true.
     */
    BoundSql fromAll(int most) {
        // All of them are put in order; what is shown is only read of those that are.
        StoryConditions conditions = conditions().limited(query).bind("most", (long) most);
        return conditions.statement("with saying as materialized (select said.number from ("
                + words.articles("true") + ") said limit :most + 1), few as materialized ("
                + "select count(*) <= :most as few from saying), said as materialized ("
                + STORIES.formatted("select number from saying where (select few from few)")
                + "), page as materialized (" + conditions.list(SAID_STORIES, sort(), ":limit", "s.id")
                + ") select not few.few as more, " + Rows.SUMMARY_COLUMNS
                + " from few left join (page join story s on s.id = page.id) on true order by "
                + StoryConditions.order(sort()));
    }

    /** Columns {@code id, updated} of stories, in order, of which an article accepted then says the words. */
    BoundSql fromAccepted(Periods accepted) {
        StoryConditions conditions = conditions().limited(query).bind("periods", accepted.array());
        return conditions.statement("with said as materialized (" + STORIES.formatted(words.articles(ACCEPTED)) + ") "
                + conditions.list(SAID_STORIES, sort(), ":limit", "s.id, s.updated"));
    }

    /**
     * Stories, the last updated first: a page of those that were found from accepted articles, and those that are as new in
     * the list but owe it to an article that does not say the words.
     */
    BoundSql withOlder(List<String> found, OffsetDateTime updated, Periods accepted) {
        StoryConditions older =
                words.bound(older(updated, accepted)).limited(query).bind("found", found.toArray(String[]::new));
        return older.statement("with page as materialized (select s.id from ("
                + "select s.id, s.updated from story s where s.id = any(:found) union select s.id, s.updated from story s"
                + " cross join lateral (" + ofStory(words) + " limit 1) said where " + older.all()
                + ") s order by " + StoryConditions.order(sort()) + " limit :limit)" + shown());
    }

    /** Whether there are more of those than so many, whatever they say. */
    BoundSql areMoreOlder(OffsetDateTime updated, Periods accepted, int most) {
        return older(updated, accepted).areMore(most);
    }

    /** Stories that were updated as late as some found ones, but began before the articles that led to these. */
    private StoryConditions older(OffsetDateTime updated, Periods accepted) {
        return StoryConditions.of(query)
                .add("s.updated >= :oldest", "oldest", updated)
                .add(
                        "s.first_published < :began",
                        "began",
                        Columns.time(accepted.since().plus(AHEAD)));
    }

    /** Stories, in order, of which one article says the words; only {@link #FAR} are looked at. */
    BoundSql next() {
        return next(FAR);
    }

    /** Stories, in order, of which one article says the words, of the first so many. */
    BoundSql next(int most) {
        StoryConditions conditions = conditions().limited(query).bind("far", most);
        String next = conditions.list("story s", sort(), ":far", Rows.SUMMARY_COLUMNS);
        return conditions.statement(
                "select s.* from (%s) s cross join lateral (%s limit 1) said order by %s limit :limit"
                        .formatted(next, ofStory(words), StoryConditions.order(sort())));
    }

    /** Whether there are more stories than are looked at for one page, whatever they say. */
    BoundSql areManyToLookAt() {
        return StoryConditions.of(query).areMore(FAR);
    }

    /** What PostgreSQL thinks of how many articles say the words; it does not look for them. */
    BoundSql thought() {
        return words.bound(new StoryConditions())
                .statement("explain (format json) select from (" + words.articles("true") + ") said");
    }

    /** How many articles accepted then say the words; it counts no further than the most. */
    BoundSql count(Periods accepted, int most) {
        return words.bound(new StoryConditions())
                .bind("periods", accepted.array())
                .bind("most", most)
                .statement(
                        "select count(*) from (select from (" + words.articles(ACCEPTED) + ") said limit :most) found");
    }

    private StoryConditions conditions() {
        return words.bound(StoryConditions.of(query));
    }

    private Sort sort() {
        return query.sort();
    }

    private String shown() {
        return " select %s from page join story s on s.id = page.id order by %s"
                .formatted(Rows.SUMMARY_COLUMNS, StoryConditions.order(sort()));
    }
}
