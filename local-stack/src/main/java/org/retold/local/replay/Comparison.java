package org.retold.local.replay;

import static java.util.Comparator.comparingInt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The live stories beside those of a shadow, over the articles that both have.
 *
 * @param liveStories of these articles
 * @param shadowStories of these articles
 * @param unchanged stories that hold the same articles in both
 * @param missingInShadow articles that only the live pipeline has
 * @param missingInLive articles that only the shadow has
 * @param differences those with the most articles first
 */
public record Comparison(
        int liveStories,
        int shadowStories,
        int unchanged,
        int missingInShadow,
        int missingInLive,
        Agreement agreement,
        List<Difference> differences) {

    private static final Comparator<ListedStory> LARGEST_FIRST =
            comparingInt(ListedStory::size).reversed().thenComparing(ListedStory::id);

    public Comparison {
        differences = List.copyOf(differences);
    }

    public static Comparison of(Collection<ListedStory> live, Collection<ListedStory> shadow) {
        Set<String> liveArticles = articles(live);
        Set<String> shadowArticles = articles(shadow);
        Set<String> common = new HashSet<>(liveArticles);
        common.retainAll(shadowArticles);
        return new Stories(among(live, common), among(shadow, common))
                .compare(liveArticles.size() - common.size(), shadowArticles.size() - common.size());
    }

    private static Set<String> articles(Collection<ListedStory> stories) {
        Set<String> articles = new HashSet<>();
        stories.forEach(story -> articles.addAll(story.titles().keySet()));
        return articles;
    }

    private static List<ListedStory> among(Collection<ListedStory> stories, Set<String> articles) {
        return stories.stream()
                .map(story -> story.among(articles))
                .filter(story -> story.size() > 0)
                .sorted(LARGEST_FIRST)
                .toList();
    }

    /** Two divisions of the same articles. */
    private record Stories(List<ListedStory> live, List<ListedStory> shadow) {

        Comparison compare(int missingInShadow, int missingInLive) {
            Map<String, ListedStory> liveOf = byArticle(live);
            Map<String, ListedStory> shadowOf = byArticle(shadow);
            Set<ListedStory> seen = new HashSet<>();
            List<Difference> differences = new ArrayList<>();
            int unchanged = 0;
            for (ListedStory story : live) {
                if (seen.contains(story)) {
                    continue;
                }
                Difference entangled = entangledWith(story, liveOf, shadowOf);
                seen.addAll(entangled.live());
                if (entangled.live().size() == 1 && entangled.shadow().size() == 1) {
                    unchanged++;
                } else {
                    differences.add(entangled);
                }
            }
            differences.sort(comparingInt(Difference::articles)
                    .reversed()
                    .thenComparing(difference -> difference.live().getFirst().id()));
            return new Comparison(
                    live.size(),
                    shadow.size(),
                    unchanged,
                    missingInShadow,
                    missingInLive,
                    agreement(shadowOf),
                    differences);
        }

        /** All stories that share articles with this one, with those that share articles with them, and so on. */
        private static Difference entangledWith(
                ListedStory story, Map<String, ListedStory> liveOf, Map<String, ListedStory> shadowOf) {
            Set<ListedStory> some = new LinkedHashSet<>(List.of(story));
            Set<ListedStory> others = new LinkedHashSet<>();
            Deque<ListedStory> open = new ArrayDeque<>(some);
            while (!open.isEmpty()) {
                for (String article : open.pop().titles().keySet()) {
                    ListedStory here = Objects.requireNonNull(liveOf.get(article));
                    ListedStory there = Objects.requireNonNull(shadowOf.get(article));
                    if (some.add(here)) {
                        open.push(here);
                    }
                    if (others.add(there)) {
                        open.push(there);
                    }
                }
            }
            return new Difference(
                    some.stream().sorted(LARGEST_FIRST).toList(),
                    others.stream().sorted(LARGEST_FIRST).toList());
        }

        private Agreement agreement(Map<String, ListedStory> shadowOf) {
            long both = 0;
            for (ListedStory story : live) {
                Map<String, Integer> parts = new HashMap<>();
                story.titles()
                        .keySet()
                        .forEach(article -> parts.merge(
                                Objects.requireNonNull(shadowOf.get(article)).id(), 1, Integer::sum));
                both += parts.values().stream().mapToLong(Stories::pairs).sum();
            }
            return new Agreement(shadowOf.size(), both, pairs(live) - both, pairs(shadow) - both);
        }

        private static Map<String, ListedStory> byArticle(List<ListedStory> stories) {
            Map<String, ListedStory> byArticle = new HashMap<>();
            stories.forEach(story -> story.titles().keySet().forEach(article -> byArticle.put(article, story)));
            return byArticle;
        }

        private static long pairs(List<ListedStory> stories) {
            return stories.stream().mapToLong(story -> pairs(story.size())).sum();
        }

        private static long pairs(int articles) {
            return articles * (articles - 1L) / 2;
        }
    }
}
