package org.retold.local.replay;

import java.util.List;

/**
 * Live stories that would be other stories, with all that they exchange articles with.
 *
 * @param live stories as they are, the largest first
 * @param shadow stories that would hold the same articles, the largest first
 */
public record Difference(List<ListedStory> live, List<ListedStory> shadow) {

    /** What would happen. */
    public enum Kind {
        /** One story falls into several. */
        SPLITS,
        /** One story stays, and single articles leave it. */
        LOSES,
        /** Several stories become one. */
        MERGES,
        /** Single articles join one story. */
        GAINS,
        /** Several stories become several others. */
        RESORTS
    }

    public Difference {
        live = List.copyOf(live);
        shadow = List.copyOf(shadow);
    }

    public Kind kind() {
        if (live.size() == 1) {
            return isOneWithSingles(shadow) ? Kind.LOSES : Kind.SPLITS;
        }
        if (shadow.size() == 1) {
            return isOneWithSingles(live) ? Kind.GAINS : Kind.MERGES;
        }
        return Kind.RESORTS;
    }

    public int articles() {
        return live.stream().mapToInt(ListedStory::size).sum();
    }

    private static boolean isOneWithSingles(List<ListedStory> largestFirst) {
        return largestFirst.getFirst().size() > 1
                && largestFirst.stream().skip(1).allMatch(story -> story.size() == 1);
    }
}
