package org.retold.dedupe.story;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Article.Completeness;
import org.retold.contract.Published;
import org.retold.contract.Story.Origin;

/**
 * The articles of a story and their parts: which is the original, who broke it, who came late.
 *
 * @param articles by arrival, at least one
 */
record Cast(List<ToldArticle> articles) {

    /** The original has at least this share of the longest article's words. */
    private static final double FULL_ENOUGH = 0.5;

    private static final Duration LATE = Duration.ofDays(1);

    Cast {
        if (articles.isEmpty()) {
            throw new IllegalArgumentException("a story has at least one article");
        }
        articles = articles.stream().sorted(comparing(ToldArticle::first)).toList();
    }

    /** The fullest earliest article: the earliest published of those at least half as long as the longest. */
    ToldArticle original() {
        boolean whole = articles.stream().anyMatch(Cast::isWhole);
        List<ToldArticle> eligible =
                articles.stream().filter(article -> !whole || isWhole(article)).toList();
        int longest = eligible.stream()
                .mapToInt(article -> article.reference().words())
                .max()
                .orElse(0);
        return eligible.stream()
                .filter(article -> article.reference().words() >= FULL_ENOUGH * longest)
                .min(comparing(Cast::published).thenComparing(ToldArticle::first))
                .orElseThrow();
    }

    Optional<String> agency() {
        return Tally.of(articles.stream()
                        .flatMap(article -> article.reference().credits().agencies().stream()
                                .distinct()))
                .first();
    }

    Origin origin() {
        ToldArticle original = original();
        Optional<String> agency = agency();
        String date = exclusiveDate().or(() -> Dates.text(original.reference())).orElse(null);
        return new Origin(
                agency.orElse(null), original.id(), reporters(agency), date, reason(original, agency, articles.size()));
    }

    /** How long after the exclusive's date, else after the story's earliest article; absent under a day. */
    Optional<Duration> lateBy(@Nullable Published published) {
        Optional<Instant> exclusive = exclusiveDate().flatMap(Dates::exclusive);
        Optional<Instant> broken = exclusive.or(() -> articles.stream()
                .flatMap(article -> Dates.day(article.reference().published()).stream())
                .min(Instant::compareTo));
        return Dates.day(published)
                .flatMap(at -> broken.map(from -> Duration.between(from, at)))
                .filter(late -> late.compareTo(LATE) >= 0);
    }

    private Optional<String> exclusiveDate() {
        return Tally.of(articles.stream()
                        .flatMap(
                                article -> Optional.ofNullable(
                                        article.reference().credits().exclusiveDate())
                                        .stream()))
                .first();
    }

    private List<String> reporters(Optional<String> agency) {
        return Tally.of(articles.stream()
                        .map(article -> article.reference().credits())
                        .filter(credits ->
                                agency.isEmpty() || credits.agencies().contains(agency.get()))
                        .flatMap(credits -> credits.reporters().stream().distinct()))
                .names();
    }

    private String reason(ToldArticle original, Optional<String> agency, int count) {
        String text = "the fullest early text is by %s%s"
                .formatted(
                        original.reference().publisher().name(),
                        Dates.text(original.reference())
                                .map(date -> " of " + date)
                                .orElse(""));
        if (agency.isEmpty()) {
            return "No article credits an agency; " + text;
        }
        long crediting = articles.stream()
                .filter(article -> article.reference().credits().agencies().contains(agency.get()))
                .count();
        return count == 1
                ? "The article credits " + agency.get()
                : "%d of %d articles credit %s; %s".formatted(crediting, count, agency.get(), text);
    }

    private static boolean isWhole(ToldArticle article) {
        return article.reference().completeness() != Completeness.INTRODUCTION;
    }

    private static Instant published(ToldArticle article) {
        return Dates.day(article.reference().published())
                .orElseGet(() -> article.first().time());
    }
}
