package org.retold.api.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.ArticleInStory;

/** Who tells a story, in which languages, and how; each with the number of articles, most first. */
record Breakdown(List<Share> publishers, List<Share> languages, List<Share> relations, long morePublishers) {

    private static final int MOST_PUBLISHERS = 8;

    Breakdown {
        publishers = List.copyOf(publishers);
        languages = List.copyOf(languages);
        relations = List.copyOf(relations);
    }

    /**
     * One row.
     *
     * @param href the list of stories that have it too; absent for relations
     * @param width of its bar, 1 to 100, 100 for the most
     * @param tone names its colour; empty for the usual one
     */
    record Share(String name, @Nullable String href, String count, int width, String tone) {}

    static Breakdown of(List<ArticleInStory> articles, Tongue tongue) {
        List<Share> publishers = shares(
                articles,
                ArticleInStory::publisher,
                tongue,
                Function.identity(),
                name -> FilterForm.href(Map.of("publisher", name)),
                name -> "");
        return new Breakdown(
                publishers.stream().limit(MOST_PUBLISHERS).toList(),
                shares(
                        articles,
                        ArticleInStory::language,
                        tongue,
                        tongue::language,
                        language -> FilterForm.href(Map.of("language", language)),
                        language -> ""),
                shares(
                        articles,
                        ArticleInStory::relation,
                        tongue,
                        tongue::relation,
                        relation -> null,
                        relation -> relation.name().toLowerCase(Locale.ROOT)),
                Math.max(0, publishers.size() - MOST_PUBLISHERS));
    }

    private static <T> List<Share> shares(
            List<ArticleInStory> articles,
            Function<ArticleInStory, T> what,
            Tongue tongue,
            Function<T, String> name,
            Function<T, @Nullable String> href,
            Function<T, String> tone) {
        Map<T, Integer> counts = new LinkedHashMap<>();
        articles.forEach(article -> counts.merge(what.apply(article), 1, Integer::sum));
        int most = counts.values().stream().max(Integer::compare).orElse(1);
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> new Share(
                        name.apply(entry.getKey()),
                        href.apply(entry.getKey()),
                        tongue.number(entry.getValue()),
                        Math.max(1, entry.getValue() * 100 / most),
                        tone.apply(entry.getKey())))
                .toList();
    }
}
