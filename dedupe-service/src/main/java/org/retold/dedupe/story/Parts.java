package org.retold.dedupe.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Disjoint sets of articles, each known by one of them (union-find with path halving). */
final class Parts {

    private final Map<String, String> parent = new HashMap<>();
    private int count;

    /** Each article is a part of its own. */
    Parts(List<ToldArticle> articles) {
        articles.forEach(article -> parent.put(article.id(), article.id()));
        count = articles.size();
    }

    /** How many parts there are. */
    int count() {
        return count;
    }

    boolean has(String articleId) {
        return parent.containsKey(articleId);
    }

    /** @param articleId one of the articles */
    String of(String articleId) {
        String part = articleId;
        for (String above = parent(part); !above.equals(part); above = parent(part)) {
            parent.put(part, parent(above));
            part = above;
        }
        return part;
    }

    /** Makes one part of the two that these articles are in. */
    void join(String one, String other) {
        String here = of(one);
        String there = of(other);
        if (!here.equals(there)) {
            parent.put(here, there);
            count--;
        }
    }

    private String parent(String articleId) {
        return Objects.requireNonNull(parent.get(articleId));
    }
}
