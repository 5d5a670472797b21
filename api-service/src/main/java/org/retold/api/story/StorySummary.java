package org.retold.api.story;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Story;

/**
 * A story in a list.
 *
 * @param version grows by one with each snapshot of the story
 * @param change number of the decision that caused this version; {@code updatedSince} walks these upwards
 * @param languages of its articles, most articles first
 * @param agency credited by most of its articles
 */
public record StorySummary(
        String id,
        long version,
        long change,
        String headline,
        List<String> languages,
        Instant firstPublished,
        Instant lastPublished,
        Instant updated,
        int articleCount,
        int publisherCount,
        @Nullable String agency) {

    private static final int NANOS_OF_HALF_A_MICROSECOND = 500;

    public StorySummary {
        languages = List.copyOf(languages);
    }

    /** As a row of it is read: times are rounded to microseconds, and there is no text with a zero character. */
    public static StorySummary of(Story story) {
        return new StorySummary(
                story.id(),
                story.version(),
                story.change(),
                story.headline().replace('\0', ' '),
                languages(story),
                rounded(story.firstPublished()),
                rounded(story.lastPublished()),
                rounded(story.updated()),
                story.articleCount(),
                story.publishers().size(),
                story.agency() == null ? null : story.agency().replace('\0', ' '));
    }

    /** In lower case, as they are asked for. */
    public static List<String> languages(Story story) {
        return story.languages().stream()
                .map(language -> language.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Instant rounded(Instant time) {
        return time.plusNanos(NANOS_OF_HALF_A_MICROSECOND).truncatedTo(ChronoUnit.MICROS);
    }
}
