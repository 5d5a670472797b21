package org.retold.local.replay;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A story with the articles that it lists.
 *
 * @param titles of its articles, by article id, the earliest first
 */
public record ListedStory(String id, String headline, Map<String, String> titles) {

    public ListedStory {
        titles = Collections.unmodifiableMap(new LinkedHashMap<>(titles));
    }

    public int size() {
        return titles.size();
    }

    /** The story as it is without articles that are not among these. */
    ListedStory among(Collection<String> articleIds) {
        Map<String, String> kept = new LinkedHashMap<>(titles);
        kept.keySet().retainAll(articleIds);
        return new ListedStory(id, headline, kept);
    }
}
