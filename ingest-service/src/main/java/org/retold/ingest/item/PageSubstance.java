package org.retold.ingest.item;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

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
        Prose prose = new Prose();
        tree.body().traverse(prose);
        String most = folded(prose.most);
        return most.length() < LEAST
                ? Optional.empty()
                : Optional.of(Digest.of(folded(tree.select("h1").text()), most));
    }

    /** Gives each text to the one element that holds it, in one walk, however deep the page is nested. */
    private static final class Prose implements NodeVisitor {

        private final Deque<StringBuilder> holders = new ArrayDeque<>();
        private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
        private int links;
        private String most = "";

        /** One that is open. */
        private static final class Paragraph {

            private final StringBuilder text = new StringBuilder();
            private int linked;

            /** Lines that are links for the most part ("Read also") come and go. */
            private boolean isProse() {
                return text.length() >= SHORTEST && linked * 2 <= text.length();
            }
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                read(text.text());
            } else if (node instanceof Element element) {
                links += element.normalName().equals("a") ? 1 : 0;
                if (PROSE.contains(element.normalName())) {
                    paragraphs.push(new Paragraph());
                } else if (!WITHIN.contains(element.normalName())) {
                    holders.push(new StringBuilder());
                }
            }
        }

        private void read(String text) {
            Paragraph paragraph = paragraphs.peek();
            StringBuilder holder = holders.element();
            if (paragraph == null) {
                holder.append(text).append(' ');
            } else {
                paragraph.text.append(text).append(' ');
                paragraph.linked += links > 0 ? text.length() : 0;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                links -= element.normalName().equals("a") ? 1 : 0;
                if (PROSE.contains(element.normalName())) {
                    Paragraph paragraph = paragraphs.pop();
                    if (paragraph.isProse()) {
                        holders.element().append(paragraph.text).append(' ');
                    }
                } else if (!WITHIN.contains(element.normalName())) {
                    StringBuilder held = holders.pop();
                    if (held.length() > most.length()) {
                        most = held.toString();
                    }
                }
            }
        }
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
