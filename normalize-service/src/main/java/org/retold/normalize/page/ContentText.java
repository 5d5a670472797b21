package org.retold.normalize.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Cleans HTML that is already known to be an article: a feed's content, a push, the marked parts of a page. */
public final class ContentText {

    private static final Pattern APPEARED_FIRST = Pattern.compile(
            "\\s*(?:The post .{1,200} appeared first on .{1,120}|L[’']article .{1,200} est apparu en premier sur .{1,120}"
                    + "|Der Beitrag .{1,200} erschien zuerst auf .{1,120}|Cet article .{1,200} est apparu en premier sur .{1,120})$");
    /** One of these is in what the pattern finds, and in next to nothing else. */
    private static final List<String> APPEARED =
            List.of("appeared first on", "est apparu en premier sur", "erschien zuerst auf");

    private static final Evaluator SECTION = QueryParser.parse("a[rel=directory]");
    private static final Pattern CUT =
            Pattern.compile("\\s*(?:\\(\\.\\.\\.\\)|\\[…\\]|\\[\\.\\.\\.\\]|\\[&hellip;\\])\\s*$");

    private ContentText() {}

    /**
     * @param html a fragment as a feed or push gave it
     * @param title of the article, which is not repeated in the text
     */
    public static MainText of(String html, String title) {
        Document document = Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(512));
        return of(List.of(document.body()), title);
    }

    /** Plain text: paragraphs are parted by empty lines, or by line ends where there are none. */
    public static MainText ofPlain(String text, String title) {
        StringBuilder html = new StringBuilder(text.length() + 64);
        for (String line : text.split("\\R", -1)) {
            html.append("<p>")
                    .append(line.replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</p>");
        }
        return of(html.toString(), title);
    }

    static MainText of(List<Element> parts, String title) {
        List<Block> blocks = new ArrayList<>();
        for (Element part : parts) {
            Outline outline = Outline.of(part);
            Set<Region> asides = asides(outline);
            Map<Region, Optional<Element>> sections = new HashMap<>();
            outline.blocks.stream()
                    .filter(block -> !asides.contains(block.region()))
                    .map(block -> withoutTail(block, sections))
                    .filter(block -> !block.text().isEmpty())
                    .forEach(blocks::add);
        }
        return new Weeding(title).weed(blocks);
    }

    /** What is around a text, with all that is inside of it. */
    private static Set<Region> asides(Outline outline) {
        Set<Region> asides = new HashSet<>();
        // Whoever is inside of a region comes after it.
        for (Region region : outline.regions) {
            Region root = outline.regions.getFirst();
            if (region != root
                    && (asides.contains(region.parent)
                            || region.noise == Noise.CERTAIN
                            || SpipText.isDropped(region.element)
                            || isFurniture(region, root))) {
                asides.add(region);
            }
        }
        return asides;
    }

    /** Inside an article a name is believed when there is little prose, or the element is made for something else. */
    private static boolean isFurniture(Region region, Region root) {
        return region.noise == Noise.LIKELY && region.proseBlocks < 3 && region.prose * 5 < root.prose * 2 + 1;
    }

    /** SPIP ends descriptions with links to the section and the keywords, WordPress with a link to itself. */
    private static Block withoutTail(Block block, Map<Region, Optional<Element>> sections) {
        String text = block.text();
        if (APPEARED.stream().anyMatch(text::contains)) {
            text = APPEARED_FIRST.matcher(text).replaceFirst("");
        }
        if (text.contains("- ")) {
            Optional<Element> section = sections.computeIfAbsent(
                    block.region(), region -> Optional.ofNullable(region.element.selectFirst(SECTION)));
            int dash = section.map(tail -> tail.text().strip())
                    .map("- "::concat)
                    .map(text::lastIndexOf)
                    .orElse(-1);
            if (dash >= 0) {
                text = text.substring(0, dash);
            }
        }
        text = text.strip();
        if (text.endsWith(")") || text.endsWith("]")) {
            text = CUT.matcher(text).replaceFirst("").strip();
        }
        return new Block(block.region(), block.kind(), text, Math.min(block.linkChars(), text.length()));
    }
}
