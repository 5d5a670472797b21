package org.retold.normalize.takedown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.retold.contract.Article;
import org.retold.contract.Item;
import org.retold.normalize.article.ArticleId;

/**
 * One walk through all items, then all articles, for what some takedowns mean. An item is meant whose link or page has,
 * or had when it came first, the named address; an article is meant whose address it is, and one that was made of such an item, whatever it is
 * called. What is learnt of an article's id counts from there on.
 */
public final class Search {

    private final Map<String, String> takedownOf = new HashMap<>();
    private final Map<Place, String> items = new HashMap<>();
    private final Map<String, Set<String>> articleIds = new LinkedHashMap<>();
    private final Set<String> found = new HashSet<>();

    public Search(List<Order> orders) {
        for (Order order : orders) {
            String takedown = order.takedown().id();
            articleIds.put(takedown, new HashSet<>());
            order.articleIds().forEach(id -> learn(id, takedown));
        }
    }

    /** The takedown that means this item. */
    public Optional<String> of(Item item, Place place) {
        Optional<String> takedown =
                ItemAddresses.of(item).flatMap(url -> byAddress(url).stream()).findFirst();
        takedown.ifPresent(id -> {
            found.add(id);
            items.put(place, id);
        });
        return takedown;
    }

    /**
     * The takedown that means this article.
     *
     * @param madeOf where its item is or was; empty where that is not known
     */
    public Optional<String> of(Article article, Optional<Place> madeOf) {
        Optional<String> takedown = Optional.ofNullable(takedownOf.get(article.id()))
                .or(() -> madeOf.map(items::get))
                .or(() -> byAddress(article.url()));
        takedown.ifPresent(id -> {
            found.add(id);
            learn(article.id(), id);
            madeOf.ifPresent(place -> items.put(place, id));
        });
        return takedown;
    }

    /** Where the last item of each partition is that a takedown means. */
    public Map<Integer, Long> lastItems() {
        Map<Integer, Long> last = new HashMap<>();
        items.keySet().forEach(place -> last.merge(place.partition(), place.offset(), Math::max));
        return last;
    }

    /** Whether the walk has met anything of this takedown. */
    public boolean hasFound(String takedownId) {
        return found.contains(takedownId);
    }

    /** All ids that are known to be meant. */
    public Set<String> articleIds(String takedownId) {
        return Set.copyOf(articleIds.getOrDefault(takedownId, Set.of()));
    }

    private Optional<String> byAddress(String url) {
        return ArticleId.of(url).map(takedownOf::get);
    }

    private void learn(String articleId, String takedown) {
        takedownOf.putIfAbsent(articleId, takedown);
        articleIds.computeIfAbsent(takedown, id -> new HashSet<>()).add(articleId);
    }
}
