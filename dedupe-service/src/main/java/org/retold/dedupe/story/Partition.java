package org.retold.dedupe.story;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Divides the articles of a story in two, because an operator said that some are no part of it. */
final class Partition {

    private final Map<String, ToldArticle> articles;
    private final Rulings rulings;

    Partition(List<ToldArticle> articles, Rulings rulings) {
        this.articles = articles.stream()
                .collect(Collectors.toMap(ToldArticle::id, Function.identity(), (a, b) -> a, TreeMap::new));
        this.rulings = rulings;
    }

    /**
     * The half that goes with an article: what operators put together with it, and whoever has stronger ties to it than
     * to those it leaves.
     */
    Set<String> around(String articleId, Set<String> apart) {
        Set<String> others = withCompanions(apart, Set.of(articleId));
        Set<String> half = withCompanions(Set.of(articleId), others);
        Set<String> drawn = new TreeSet<>(half);
        for (String id : articles.keySet()) {
            if (!half.contains(id) && !others.contains(id) && strongest(id, half) > strongest(id, others)) {
                drawn.add(id);
            }
        }
        return drawn;
    }

    private Set<String> withCompanions(Collection<String> ids, Set<String> except) {
        Set<String> found = new TreeSet<>(ids);
        Deque<String> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (String companion : rulings.together(open.pop())) {
                if (articles.containsKey(companion) && !except.contains(companion) && found.add(companion)) {
                    open.push(companion);
                }
            }
        }
        return found;
    }

    private double strongest(String id, Set<String> half) {
        return half.stream()
                .flatMap(other -> Stream.concat(article(id).tieTo(other).stream(), article(other).tieTo(id).stream()))
                .mapToDouble(Tie::score)
                .max()
                .orElse(0);
    }

    private ToldArticle article(String id) {
        return Objects.requireNonNull(articles.get(id));
    }
}
