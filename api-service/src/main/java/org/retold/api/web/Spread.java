package org.retold.api.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.ArticleInStory;

/**
 * How the articles of a story lie in time: dots on a line from its first to its last article.
 *
 * @param dots empty where there is nothing to see: all on one day, or not dated
 */
record Spread(List<Dot> dots, String from, String to) {

    private static final int LEFT = 12;
    private static final int WIDTH = 976;

    Spread {
        dots = List.copyOf(dots);
    }

    /**
     * One article.
     *
     * @param x from the left, 0 to 1000
     */
    record Dot(String id, int x, String relationWord, String label) {}

    static Spread of(List<ArticleInStory> articles, Tongue tongue) {
        List<Instant> times = articles.stream()
                .map(article -> start(article.published()))
                .flatMap(java.util.Optional::stream)
                .sorted()
                .toList();
        if (times.size() < 2
                || Duration.between(times.getFirst(), times.getLast()).toHours() < 24) {
            return new Spread(List.of(), "", "");
        }
        Instant first = times.getFirst();
        long span = Duration.between(first, times.getLast()).toSeconds();
        List<Dot> dots = articles.stream()
                .flatMap(article -> start(article.published()).stream()
                        .map(time -> new Dot(
                                article.id(),
                                LEFT
                                        + Math.toIntExact(
                                                Duration.between(first, time).toSeconds() * WIDTH / span),
                                article.relation().name().toLowerCase(Locale.ROOT),
                                article.publisher() + ", " + tongue.published(article.published()))))
                .toList();
        return new Spread(dots, tongue.day(first), tongue.day(times.getLast()));
    }

    static java.util.Optional<Instant> start(@Nullable String published) {
        if (published == null) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(
                switch (published.length()) {
                    case 4 -> start(Year.parse(published).atDay(1));
                    case 7 -> start(YearMonth.parse(published).atDay(1));
                    case 10 -> start(LocalDate.parse(published));
                    default -> Instant.parse(published);
                });
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
