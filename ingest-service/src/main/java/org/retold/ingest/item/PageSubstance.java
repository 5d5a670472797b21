package org.retold.ingest.item;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What of a page would be another text if its article was edited: the one element that holds most prose itself, and the
 * heading. Counters, dates, teasers, comments and everything else around it may change with every visit.
 */
final class PageSubstance {

    private static final Set<String> PROSE = Set.of("p", "blockquote", "pre");

    /** Markup that stands within a line of prose. */
    private static final Set<String> WITHIN =
            Set.of("a", "b", "i", "em", "strong", "span", "q", "cite", "abbr", "sup", "sub", "mark", "font");

    /** A shorter paragraph is rather a caption, a date or a pointer to other news, in characters. */
    private static final int SHORTEST = 60;

    /** Less prose tells nothing of an edit, in characters. */
    private static final int LEAST = 300;

    private PageSubstance() {}

    /** A digest that changes with the prose; empty where the page has too little of it. */
    static Optional<String> of(Document tree) {
        String prose = "";
        for (Element element : tree.body().getAllElements()) {
            String own = proseOf(element);
            if (own.length() > prose.length()) {
                prose = own;
            }
        }
        return prose.length() < LEAST
                ? Optional.empty()
                : Optional.of(Digest.of(folded(tree.select("h1").text()), prose));
    }

    private static String proseOf(Element element) {
        if (PROSE.contains(element.normalName()) || isWithinALine(element)) {
            return "";
        }
        StringBuilder prose = new StringBuilder();
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                prose.append(text.text()).append(' ');
            } else if (child instanceof Element part && (isWithinALine(part) || isParagraph(part))) {
                prose.append(part.text()).append(' ');
            }
        }
        return folded(prose.toString());
    }

    private static boolean isWithinALine(Element part) {
        return WITHIN.contains(part.normalName());
    }

    /** Lines that are links for the most part ("Read also") come and go. */
    private static boolean isParagraph(Element part) {
        int length = part.text().length();
        int linked =
                part.select("a").stream().mapToInt(link -> link.text().length()).sum();
        return PROSE.contains(part.normalName()) && length >= SHORTEST && linked * 2 <= length;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
