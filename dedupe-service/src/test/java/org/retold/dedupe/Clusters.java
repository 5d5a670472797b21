package org.retold.dedupe;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.retold.contract.Story;

/** Stories reduced to who is together with whom. */
final class Clusters {

    private Clusters() {}

    /** Live stories as sets of article ids. */
    static Set<Set<String>> of(Map<String, Story> stories) {
        Set<Set<String>> clusters = new HashSet<>();
        for (Story story : stories.values()) {
            if (story.mergedInto() == null) {
                Set<String> ids = new TreeSet<>();
                story.articles().forEach(article -> ids.add(article.id()));
                clusters.add(ids);
            }
        }
        return clusters;
    }
}
