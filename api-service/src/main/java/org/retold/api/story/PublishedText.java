package org.retold.api.story;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Published;

/** A published date in ISO 8601, reduced to what is known of it. */
public final class PublishedText {

    private PublishedText() {}

    /** {@code 2024}, {@code 2024-02}, {@code 2024-02-13} or {@code 2024-02-13T08:30:00Z}. */
    public static @Nullable String of(@Nullable Published published) {
        if (published == null) {
            return null;
        }
        OffsetDateTime at = published.at().atOffset(ZoneOffset.UTC);
        String day = at.toLocalDate().toString();
        int month = day.lastIndexOf('-');
        return switch (published.precision()) {
            case SECOND, MINUTE -> published.at().toString();
            case DAY, UNKNOWN -> day;
            case MONTH -> day.substring(0, month);
            case YEAR -> day.substring(0, day.lastIndexOf('-', month - 1));
        };
    }
}
