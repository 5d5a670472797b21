package org.retold.normalize.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** A page flattened once: its blocks of text in reading order, and the elements that hold them with their counts. */
final class Outline {

    final List<Region> regions;
    final List<Block> blocks;

    private Outline(List<Region> regions, List<Block> blocks) {
        this.regions = regions;
        this.blocks = blocks;
    }

    static Outline of(Element root) {
        Drawing drawing = new Drawing();
        NodeTraversor.filter(drawing, root);
        drawing.endBlock();
        return new Outline(drawing.regions, drawing.blocks);
    }

    /** Walks the tree without recursion, so that no nesting is too deep for it. */
    private static final class Drawing implements NodeFilter {

        private static final Set<String> SKIPPED = Set.of(
                "script",
                "style",
                "noscript",
                "template",
                "svg",
                "math",
                "iframe",
                "object",
                "embed",
                "canvas",
                "video",
                "audio",
                "button",
                "select",
                "textarea",
                "head",
                "datalist",
                "map",
                "applet",
                "frameset",
                "option");
        private static final Set<String> BLOCKS = Set.of(
                "html",
                "body",
                "div",
                "p",
                "section",
                "article",
                "main",
                "header",
                "footer",
                "nav",
                "aside",
                "ul",
                "ol",
                "li",
                "dl",
                "dt",
                "dd",
                "table",
                "tbody",
                "thead",
                "tfoot",
                "tr",
                "td",
                "th",
                "blockquote",
                "pre",
                "figure",
                "figcaption",
                "form",
                "fieldset",
                "h1",
                "h2",
                "h3",
                "h4",
                "h5",
                "h6",
                "address",
                "details",
                "summary",
                "center",
                "hr",
                "caption",
                "hgroup",
                "dialog",
                "menu",
                "legend",
                "noframes");

        private static final int SHORT = 40;

        private final Names names = new Names();
        final List<Region> regions = new ArrayList<>();
        final List<Block> blocks = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private @Nullable Region region;
        private int linkDepth;
        private int linkChars;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode leaf) {
                append(leaf.getWholeText());
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            String tag = element.normalName();
            if (SKIPPED.contains(tag)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (region == null || BLOCKS.contains(tag)) {
                endBlock();
                enter(element);
                return FilterResult.CONTINUE;
            }
            switch (tag) {
                case "br" -> endBlock();
                case "a" -> linkDepth++;
                case "img", "picture" -> region.images++;
                case "input" -> region.inputs++;
                default -> {
                    if (element.attributesSize() > 0 && names.noise(element) != Noise.NONE && isRemovable(element)) {
                        return FilterResult.SKIP_ENTIRELY;
                    }
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (region != null && region.element.equals(element)) {
                    endBlock();
                    leave(region);
                } else if (element.normalName().equals("a")) {
                    linkDepth--;
                }
            }
            return FilterResult.CONTINUE;
        }

        /** An inline element that is named like page furniture, such as a share counter inside a paragraph. */
        private static boolean isRemovable(Element element) {
            return element.normalName().equals("span") && element.parent() != null && isShort(element);
        }

        /** Reads no more than it needs to, because one such element may stand in another. */
        private static boolean isShort(Element element) {
            AtomicInteger length = new AtomicInteger();
            return NodeTraversor.filter(
                            (node, depth) -> node instanceof TextNode leaf
                                            && length.addAndGet(
                                                            leaf.text().strip().length())
                                                    >= SHORT
                                    ? FilterResult.STOP
                                    : FilterResult.CONTINUE,
                            element)
                    != FilterResult.STOP;
        }

        private void enter(Element element) {
            Region parent = region;
            region = new Region(element, parent, names.noise(element));
            if (parent != null) {
                parent.children++;
            }
            if (element.normalName().equals("li")) {
                region.items++;
            }
            regions.add(region);
        }

        private void leave(Region left) {
            Region parent = left.parent;
            if (parent != null) {
                parent.chars += left.chars;
                parent.linkChars += left.linkChars;
                parent.prose += left.prose;
                parent.proseBlocks += left.proseBlocks;
                parent.commas += left.commas;
                parent.items += left.items;
                parent.images += left.images;
                parent.inputs += left.inputs;
            }
            region = parent;
        }

        private void append(String run) {
            for (int i = 0; i < run.length(); i++) {
                char c = run.charAt(i);
                if (c == ' ' || c == '\u00a0' || c == '\u202f' || Character.isWhitespace(c) || isInvisible(c)) {
                    if (!isInvisible(c) && !text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                        text.append(' ');
                    }
                } else {
                    text.append(c);
                    if (linkDepth > 0) {
                        linkChars++;
                    }
                }
            }
        }

        private static boolean isInvisible(char c) {
            return c == '\u00ad'
                    || c == '\u200b'
                    || c == '\u200c'
                    || c == '\u2060'
                    || c == '\ufeff'
                    || (c < ' ' && !Character.isWhitespace(c));
        }

        private void endBlock() {
            String run = text.toString().strip();
            if (!run.isEmpty() && region != null) {
                Block block = new Block(region, kind(region), run, Math.min(linkChars, run.length()));
                blocks.add(block);
                count(region, block);
            }
            text.setLength(0);
            linkChars = 0;
        }

        private static void count(Region region, Block block) {
            region.children++;
            region.chars += block.text().length();
            region.linkChars += block.linkChars();
            region.commas += commas(block.text());
            if (block.isProse()) {
                region.prose += block.text().length();
                region.proseBlocks++;
            }
        }

        private static Block.Kind kind(Region region) {
            for (Region at = region; at != null && at.depth > region.depth - 3; at = at.parent) {
                switch (at.element.normalName()) {
                    case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                        return Block.Kind.HEADING;
                    }
                    case "li", "dt", "dd" -> {
                        return Block.Kind.ITEM;
                    }
                    case "td", "th", "caption" -> {
                        return Block.Kind.CELL;
                    }
                    case "figcaption", "figure" -> {
                        return Block.Kind.CAPTION;
                    }
                    case "pre" -> {
                        return Block.Kind.PREFORMATTED;
                    }
                    default -> {}
                }
            }
            return Block.Kind.PROSE;
        }
    }

    static int commas(String text) {
        int commas = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '،' || c == '、' || c == '，') {
                commas++;
            }
        }
        return commas;
    }
}
