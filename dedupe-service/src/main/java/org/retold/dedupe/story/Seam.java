package org.retold.dedupe.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where a story holds together least: the two parts that are left when its articles are put together along their
 * strongest links (Kruskal's maximum spanning tree without its weakest edge).
 *
 * @param bridges between the parts, strongest first
 */
record Seam(List<ToldArticle> smaller, List<ToldArticle> larger, List<Bridge> bridges) {

    /**
     * @param articles of a story, in the order of arrival
     * @param together of an article, those that it must not be parted from
     * @return nothing where there is one article, or where none may be parted
     */
    static Optional<Seam> weakest(List<ToldArticle> articles, Function<String, Set<String>> together) {
        Parts parts = new Parts(articles);
        for (ToldArticle article : articles) {
            together.apply(article.id()).stream().filter(parts::has).forEach(other -> parts.join(article.id(), other));
        }
        ties(articles, parts).takeWhile(tie -> parts.count() > 2).forEach(tie -> parts.join(tie.here(), tie.there()));
        return parts.count() < 2 ? Optional.empty() : Optional.of(between(articles, parts));
    }

    private static Stream<Bridge> ties(List<ToldArticle> articles, Parts parts) {
        return articles.stream()
                .flatMap(article -> article.ties().stream()
                        .filter(tie -> parts.has(tie.articleId()))
                        .map(tie -> new Bridge(article.id(), tie.articleId(), tie.score())))
                .sorted(Bridge.STRONGEST);
    }

    private static Seam between(List<ToldArticle> articles, Parts parts) {
        String founders = parts.of(articles.getFirst().id());
        List<ToldArticle> first = new ArrayList<>();
        List<ToldArticle> others = new ArrayList<>();
        for (ToldArticle article : articles) {
            (parts.of(article.id()).equals(founders) ? first : others).add(article);
        }
        List<ToldArticle> smaller = first.size() < others.size() ? first : others;
        List<ToldArticle> larger = first.size() < others.size() ? others : first;
        return new Seam(List.copyOf(smaller), List.copyOf(larger), Bridge.between(smaller, larger));
    }
}
