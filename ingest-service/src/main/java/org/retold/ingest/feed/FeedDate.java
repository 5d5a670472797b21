package org.retold.ingest.feed;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the dates of feeds as they are written, and says ISO 8601 or nothing. A date that can be read in two ways is
 * not read: no date is better than a wrong one.
 */
public final class FeedDate {

    private static final int LONGEST = 80;

    private FeedDate() {}

    /** An instant with its offset ({@code -00:00} where the text names none), a day, a month or a year. */
    public static Optional<String> read(String text) {
        String date = text.strip().replaceAll("[\\s\\u00a0]+", " ");
        if (date.isEmpty() || date.length() > LONGEST) {
            return Optional.empty();
        }
        return Stream.of(date, KoreanDate.spelledInDigits(date))
                .flatMap(spelling -> NumericDate.read(spelling).or(() -> WordyDate.read(spelling)).stream())
                .findFirst()
                .flatMap(DateParts::iso);
    }
}
