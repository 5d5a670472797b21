package org.retold.normalize.page;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An element of the page together with what is counted about its inside while the outline is drawn. */
final class Region {

    final Element element;
    final @Nullable Region parent;
    final Noise noise;
    final int depth;

    /** Characters of text inside, and how many of them are link text. */
    int chars;

    int linkChars;

    /** Characters in paragraphs that look like prose. */
    int prose;

    int proseBlocks;
    int commas;
    int items;
    int images;
    int inputs;

    /** Direct blocks and block-level children: whether this is a container rather than a paragraph. */
    int children;

    double score;
    boolean candidate;

    Region(Element element, @Nullable Region parent, Noise noise) {
        this.element = element;
        this.parent = parent;
        this.noise = noise;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    double linkDensity() {
        return chars == 0 ? 0 : (double) linkChars / chars;
    }

    boolean isWithin(Region other) {
        Region region = this;
        while (region != null && region.depth > other.depth) {
            region = region.parent;
        }
        return region == other;
    }

    boolean isWithinOneOf(Set<Region> others) {
        for (Region region = this; region != null; region = region.parent) {
            if (others.contains(region)) {
                return true;
            }
        }
        return false;
    }
}
