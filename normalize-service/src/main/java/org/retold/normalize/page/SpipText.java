package org.retold.normalize.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.QueryParser;

/** The text of a SPIP article, by the class names that its squelettes have used since version 1.8. */
final class SpipText {

    private static final Evaluator DROPPED =
            QueryParser.parse(".arbo, .traductions, .hyperlien, .rss_notes, .notes, .spip_note, "
                    + "#documents_portfolio, .documents_joints, #signatures, #forum, .forum, .comments, .formulaire_forum, "
                    + ".formulaire_spip, .spip_surligne_form, .menu, .pagination, .footer");
    private static final Evaluator OUTSIDE =
            QueryParser.parse("#forum, .forum, .comments, #comments, .comment, aside, .menu, nav, footer, li, "
                    + "#navigation, #extra, .rubriques, .liste, .articles");
    private static final Evaluator TEXT = marked("texte");
    private static final Evaluator LEAD = marked("chapo");
    private static final Evaluator POSTSCRIPT = marked("ps");

    private SpipText() {}

    /** The parts that make up the text, top to bottom; empty when the page does not mark them. */
    static Optional<List<Element>> parts(Element body) {
        if (body.closest(OUTSIDE) != null) {
            return Optional.empty();
        }
        Marks marks = new Marks();
        NodeTraversor.filter(marks, body);
        return marks.texts.stream()
                .max(Comparator.comparingInt(text -> text.element.text().length()))
                .map(text -> {
                    List<Element> parts = new ArrayList<>();
                    marks.leads.stream()
                            .filter(lead -> lead.isBefore(text))
                            .map(lead -> lead.element)
                            .forEach(parts::add);
                    parts.add(text.element);
                    marks.postscripts.stream()
                            .filter(text::isBefore)
                            .map(postscript -> postscript.element)
                            .forEach(parts::add);
                    return parts;
                });
    }

    /** Whether an element is named in SPIP's list of what is around a text. */
    static boolean isDropped(Element element) {
        return element.is(DROPPED);
    }

    /** Elements with this class, or with the class that the plugin Crayons makes of it: article-texte-123. */
    private static Evaluator marked(String part) {
        return QueryParser.parse("." + part + ", [class*=article-" + part + "-]");
    }

    /** A marked element, and where its beginning and its end stand on the page. */
    private static final class Mark {

        final Element element;
        final int begins;
        int ends;

        Mark(Element element, int begins) {
            this.element = element;
            this.begins = begins;
        }

        /** Neither is inside of the other. */
        boolean isBefore(Mark other) {
            return ends <= other.begins;
        }
    }

    /** What is marked, but for what is outside of the article; of texts in one another the outermost. One walk. */
    private static final class Marks implements NodeFilter {

        final List<Mark> texts = new ArrayList<>();
        final List<Mark> leads = new ArrayList<>();
        final List<Mark> postscripts = new ArrayList<>();
        private final Deque<Mark> open = new ArrayDeque<>();
        private int place;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof Element element) {
                if (element.is(OUTSIDE)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                Mark mark = new Mark(element, place++);
                open.push(mark);
                if (element.is(TEXT) && (texts.isEmpty() || texts.getLast().ends > 0)) {
                    texts.add(mark);
                }
                if (element.is(LEAD)) {
                    leads.add(mark);
                }
                if (element.is(POSTSCRIPT)) {
                    postscripts.add(mark);
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element) {
                open.pop().ends = place;
            }
            return FilterResult.CONTINUE;
        }
    }
}
