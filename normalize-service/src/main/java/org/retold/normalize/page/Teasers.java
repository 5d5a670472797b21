package org.retold.normalize.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds rows of cards that announce other articles: alike siblings, each opened by a linked title. */
final class Teasers {

    private static final int LEVELS = 5;
    private static final int LONGEST = 1200;

    private Teasers() {}

    /** The cards; empty when they are most of the page, which then is a list and not an article with a list. */
    static Set<Region> in(Outline outline) {
        Map<Region, Map<String, List<Region>>> rows = new HashMap<>();
        for (Region card : linkTitled(outline)) {
            if (card.parent != null && card.chars < LONGEST && card.children > 1) {
                rows.computeIfAbsent(card.parent, parent -> new HashMap<>())
                        .computeIfAbsent(
                                card.element.normalName()
                                        + '.'
                                        + card.element.className().split(" ", 2)[0],
                                k -> new ArrayList<>())
                        .add(card);
            }
        }
        Set<Region> cards = new HashSet<>();
        int prose = 0;
        for (Map<String, List<Region>> rowsOfParent : rows.values()) {
            for (List<Region> row : rowsOfParent.values()) {
                if (row.size() >= 3) {
                    cards.addAll(row);
                    prose += row.stream().mapToInt(card -> card.prose).sum();
                }
            }
        }
        int all = outline.regions.isEmpty() ? 0 : outline.regions.get(0).prose;
        return prose > all * 0.8 ? Set.of() : cards;
    }

    private static Set<Region> linkTitled(Outline outline) {
        Set<Region> seen = new HashSet<>();
        Set<Region> titled = new HashSet<>();
        for (Block block : outline.blocks) {
            boolean title = block.text().length() >= 12 && block.linkDensity() > 0.8;
            Region region = block.region();
            for (int level = 0; region != null && level < LEVELS; level++, region = region.parent) {
                boolean first = seen.add(region);
                if (title && (first || block.kind() == Block.Kind.HEADING)) {
                    titled.add(region);
                }
            }
        }
        return titled;
    }
}
