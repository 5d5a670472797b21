package org.retold.normalize.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes out of the article's blocks what stands between its paragraphs: link lists, captions, stray lines. */
final class Weeding {

    private static final Set<String> WEEDABLE =
            Set.of("div", "ul", "ol", "dl", "section", "table", "fieldset", "form", "figure", "details");

    private final String title;

    /** @param title of the page, which is not repeated in the text */
    Weeding(String title) {
        this.title = StrayLines.folded(title);
    }

    MainText weed(List<Block> found) {
        List<Block> blocks = belowTitle(found);
        Set<Region> weeds = weeds(blocks);
        List<String> text = new ArrayList<>();
        List<String> margins = new ArrayList<>();
        List<Block> kept = new ArrayList<>();
        int prose = blocks.stream()
                .filter(Block::isProse)
                .mapToInt(block -> block.text().length())
                .sum();
        int seen = 0;
        for (Block block : blocks) {
            if (prose > 0 && seen > prose * 0.6 && StrayLines.endsTheArticle(block.text())) {
                break;
            }
            if (block.isProse()) {
                seen += block.text().length();
            }
            if (isWeed(block, weeds, kept)) {
                margins.add(block.text());
            } else {
                kept.add(block);
            }
        }
        while (!kept.isEmpty() && kept.get(kept.size() - 1).kind() == Block.Kind.HEADING) {
            margins.add(kept.remove(kept.size() - 1).text());
        }
        int tail = Tail.start(kept);
        kept.subList(tail, kept.size()).forEach(block -> margins.add(block.text()));
        kept.subList(tail, kept.size()).clear();
        kept.forEach(block -> text.add(block.text()));
        return new MainText(text, margins);
    }

    /** What stands over the title is not the article, unless it is much of the text. */
    private List<Block> belowTitle(List<Block> blocks) {
        int prose = 0;
        int all = blocks.stream()
                .filter(Block::isProse)
                .mapToInt(block -> block.text().length())
                .sum();
        for (int i = 0; i < blocks.size() && prose * 5 < all; i++) {
            Block block = blocks.get(i);
            if (block.kind() == Block.Kind.HEADING && isTitle(block)) {
                return blocks.subList(i, blocks.size());
            }
            prose += block.isProse() ? block.text().length() : 0;
        }
        return blocks;
    }

    private boolean isWeed(Block block, Set<Region> weeds, List<Block> kept) {
        if (block.kind() == Block.Kind.CAPTION || StrayLines.isStray(block.text())) {
            return true;
        }
        if (block.text().length() < 200 && block.kind() != Block.Kind.ITEM && block.linkDensity() > 0.9) {
            return true;
        }
        if (kept.size() < 3 && isTitle(block)) {
            return true;
        }
        for (Region region = block.region(); region != null; region = region.parent) {
            if (weeds.contains(region)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTitle(Block block) {
        String text = StrayLines.folded(block.text());
        return !title.isEmpty()
                && text.length() >= 10
                && (title.equals(text)
                        || (block.kind() == Block.Kind.HEADING && (title.contains(text) || text.contains(title))));
    }

    private static Set<Region> weeds(List<Block> blocks) {
        int prose = blocks.stream()
                .filter(Block::isProse)
                .mapToInt(block -> block.text().length())
                .sum();
        Set<Region> seen = new HashSet<>();
        Set<Region> weeds = new HashSet<>();
        for (Block block : blocks) {
            for (Region region = block.region(); region != null && seen.add(region); region = region.parent) {
                if (WEEDABLE.contains(region.element.normalName()) && region.prose < prose * 0.3 && isWeed(region)) {
                    weeds.add(region);
                }
            }
        }
        return weeds;
    }

    private static boolean isWeed(Region region) {
        double links = region.linkDensity();
        if (region.prose == 0) {
            return links > 0.4 || region.inputs > 0;
        }
        return links > 0.55;
    }
}
