package org.retold.api.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Evidence;
import org.retold.contract.LookupAnswer;
import org.retold.contract.Story;

/**
 * Which story a text belongs to.
 *
 * @param said the answer in a sentence
 * @param story absent unless told
 * @param evidence its strongest link into the story; absent unless told
 * @param lateBy how long after the exclusive it was published; absent under 24 hours, or where a date is missing
 */
public record LookupResult(
        LookupAnswer.Outcome outcome,
        String said,
        @Nullable StorySummary story,
        @Nullable Evidence evidence,
        @Nullable Duration lateBy) {

    private static final int DAY = "2024-02-13".length();

    /** Nothing that is known derives from the same report. */
    public static LookupResult notTold() {
        return new LookupResult(
                LookupAnswer.Outcome.NOT_TOLD, "No known article tells the same report.", null, null, null);
    }

    public static LookupResult tooShort() {
        return new LookupResult(LookupAnswer.Outcome.TOO_SHORT, "The text is too short to judge.", null, null, null);
    }

    /** @param now as of when it is said how long ago that was */
    public static LookupResult told(
            StoryDetail story, @Nullable Evidence evidence, @Nullable Duration lateBy, Instant now) {
        return new LookupResult(LookupAnswer.Outcome.TOLD, said(story, now), story.summary(), evidence, lateBy);
    }

    private static String said(StoryDetail story, Instant now) {
        Story.Origin origin = story.origin();
        String date = origin == null ? null : origin.date();
        String on = date == null ? story.firstPublished().toString().substring(0, DAY) : date;
        return "Already told by %s on %s%s.".formatted(teller(story, origin), on, ago(on, now));
    }

    private static String teller(StoryDetail story, Story.@Nullable Origin origin) {
        if (origin != null && origin.agency() != null) {
            return origin.agency();
        }
        return story.articles().isEmpty()
                ? "somebody"
                : story.articles().getFirst().publisher();
    }

    /** Only of whole dates; a report of "2024-02" has no day to count from. */
    private static String ago(String date, Instant now) {
        if (date.length() != DAY) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(LocalDate.parse(date), LocalDate.ofInstant(now, ZoneOffset.UTC));
        return days <= 0 ? "" : days == 1 ? ", a day ago" : ", %d days ago".formatted(days);
    }
}
