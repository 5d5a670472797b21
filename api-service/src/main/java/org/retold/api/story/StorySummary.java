package org.retold.api.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    public StorySummary {
        languages = List.copyOf(languages);
    }
}
