package org.retold.normalize.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds where on the page the article is: paragraphs vote for the elements above them, in the manner of Arc90's
 * Readability, and the best element grows until it holds the whole text.
 */
final class Heartland {

    private static final int LEVELS = 5;
    private static final int LONGEST_LEAD = 8;
    private static final Set<String> LISTS = Set.of("ul", "ol", "li", "dl", "dt", "dd", "form", "address", "menu");

    private final Outline outline;
    private final Names names = new Names();
    private final Set<Region> ignored = new HashSet<>();
    /** For each region, the characters of prose inside that nothing speaks against. */
    private final Map<Region, Integer> clean = new HashMap<>();

    private Heartland(Outline outline) {
        this.outline = outline;
    }

    /** The blocks of the article, before weeding, top to bottom. */
    static List<Block> of(Outline outline) {
        return new Heartland(outline).find();
    }

    private List<Block> find() {
        ignoreNoise();
        countClean();
        vote();
        Region best = best();
        if (best == null) {
            return List.of();
        }
        best = grow(best);
        return gather(best);
    }

    /** Believes an element's name, unless so much of the page's prose is inside that the name must be wrong. */
    private void ignoreNoise() {
        int prose = Math.max(1, outline.regions.isEmpty() ? 0 : outline.regions.get(0).prose);
        Set<Region> teasers = Teasers.in(outline);
        for (Region region : outline.regions) {
            double share = (double) region.prose / prose;
            boolean above = region.parent != null && ignored.contains(region.parent);
            boolean itself = switch (region.noise) {
                case NONE -> false;
                case LIKELY -> share < 0.4;
                case CERTAIN -> share < 0.9;
            };
            if (above || itself || teasers.contains(region)) {
                ignored.add(region);
            }
        }
    }

    private void countClean() {
        for (Block block : outline.blocks) {
            if (block.isProse() && !ignored.contains(block.region())) {
                for (Region region = block.region(); region != null; region = region.parent) {
                    clean.merge(region, block.text().length(), Integer::sum);
                }
            }
        }
    }

    private void vote() {
        for (Block block : outline.blocks) {
            if (ignored.contains(block.region()) || block.text().length() < 25 || block.kind() == Block.Kind.HEADING) {
                continue;
            }
            double vote =
                    (1 + Outline.commas(block.text()) + Math.min(block.text().length() / 100.0, 3))
                            * (1 - block.linkDensity());
            Region region = isContainer(block.region()) ? block.region() : block.region().parent;
            for (int level = 0; region != null && level < LEVELS; level++, region = region.parent) {
                if (!region.candidate) {
                    region.candidate = true;
                    region.score = startScore(region);
                }
                region.score += vote / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
            }
        }
    }

    private static boolean isContainer(Region region) {
        return region.children > 1;
    }

    private double startScore(Region region) {
        double start = switch (region.element.normalName()) {
            case "article", "main" -> 15;
            case "div", "section" -> 5;
            case "pre", "td", "blockquote" -> 3;
            case "th", "h1", "h2", "h3", "h4" -> -5;
            default -> LISTS.contains(region.element.normalName()) ? -3 : 0;
        };
        return names.isNamedLikeAnArticle(region.element) ? start + 15 : start;
    }

    private @Nullable Region best() {
        Region best = null;
        double top = 0;
        for (Region region : outline.regions) {
            if (region.candidate && !ignored.contains(region)) {
                double score = region.score * (1 - region.linkDensity());
                if (best == null || score > top) {
                    best = region;
                    top = score;
                }
            }
        }
        return best;
    }

    /** Climbs while the element above adds as much prose again as would be missed. */
    private Region grow(Region best) {
        Region grown = best;
        int prose = clean(best);
        for (Region above = best.parent; above != null && !ignored.contains(above); above = above.parent) {
            int more = clean(above) - prose;
            if (more > prose * 0.35 && above.linkDensity() < 0.5 && hasAnotherPart(above, grown, prose)) {
                grown = above;
                prose = clean(above);
            }
        }
        return grown;
    }

    /** Whether what the element adds is a part of a text rather than a row of excerpts. */
    private boolean hasAnotherPart(Region above, Region grown, int prose) {
        for (Region part : outline.regions) {
            if (part.parent == above
                    && part != grown
                    && !grown.isWithin(part)
                    && !ignored.contains(part)
                    && part.proseBlocks >= 1
                    && clean(part) > prose * 0.15) {
                return true;
            }
        }
        return false;
    }

    private int clean(Region region) {
        return clean.getOrDefault(region, 0);
    }

    private List<Block> gather(Region best) {
        Set<Region> chosen = new HashSet<>();
        chosen.add(best);
        Region above = best.parent;
        if (above != null) {
            double threshold = Math.max(10, best.score * 0.2);
            for (Region region : outline.regions) {
                if (region.parent == above && region != best && !ignored.contains(region)) {
                    boolean scored = region.candidate && region.score * (1 - region.linkDensity()) >= threshold;
                    boolean paragraph =
                            region.element.normalName().equals("p") && region.linkDensity() < 0.25 && region.chars > 80;
                    if (scored || paragraph) {
                        chosen.add(region);
                    }
                }
            }
        }
        List<Block> gathered = new ArrayList<>();
        for (Block block : outline.blocks) {
            if (!ignored.contains(block.region())
                    && ((block.region() == above && block.isProse())
                            || block.region().isWithinOneOf(chosen))) {
                gathered.add(block);
            }
        }
        List<Block> whole = new ArrayList<>(lead(gathered));
        whole.addAll(gathered);
        return whole;
    }

    /** Paragraphs between the page's first-level heading and the text, where a site keeps its standfirst. */
    private List<Block> lead(List<Block> gathered) {
        if (gathered.isEmpty()) {
            return List.of();
        }
        int first = outline.blocks.indexOf(gathered.get(0));
        int heading = first;
        while (heading >= 0 && !isTitle(outline.blocks.get(heading))) {
            heading--;
        }
        if (heading < 0) {
            return List.of();
        }
        List<Block> lead = outline.blocks.subList(heading, first).stream()
                .filter(block -> block.isProse() && block.linkDensity() < 0.3 && !ignored.contains(block.region()))
                .toList();
        return lead.size() <= LONGEST_LEAD ? lead : List.of();
    }

    private static boolean isTitle(Block block) {
        return block.kind() == Block.Kind.HEADING
                && (block.region().element.normalName().equals("h1")
                        || (block.region().parent != null
                                && block.region().parent.element.normalName().equals("h1")));
    }
}
