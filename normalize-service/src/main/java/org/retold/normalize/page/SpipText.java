package org.retold.normalize.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** The text of a SPIP article, by the class names that its squelettes have used since version 1.8. */
final class SpipText {

    private static final String DROPPED = ".arbo, .traductions, .hyperlien, .rss_notes, .notes, .spip_note, "
            + "#documents_portfolio, .documents_joints, #signatures, #forum, .forum, .comments, .formulaire_forum, "
            + ".formulaire_spip, .spip_surligne_form, .menu, .pagination, .footer";
    private static final String OUTSIDE =
            "#forum, .forum, .comments, #comments, .comment, aside, .menu, nav, footer, li, "
                    + "#navigation, #extra, .rubriques, .liste, .articles";

    private SpipText() {}

    /** The parts that make up the text, top to bottom; empty when the page does not mark them. */
    static Optional<List<Element>> parts(Element body) {
        Optional<Element> text = marked(body, "texte")
                .max(Comparator.comparingInt(part -> part.text().length()));
        return text.map(main -> {
            List<Element> parts = new ArrayList<>();
            marked(body, "chapo").filter(chapo -> isBefore(chapo, main)).forEach(parts::add);
            parts.add(main);
            marked(body, "ps").filter(ps -> isBefore(main, ps)).forEach(parts::add);
            return parts;
        });
    }

    /** Whether an element is named in SPIP's list of what is around a text. */
    static boolean isDropped(Element element) {
        return element.is(DROPPED);
    }

    /** Elements with this class, or with the class that the plugin Crayons makes of it: article-texte-123. */
    private static java.util.stream.Stream<Element> marked(Element body, String part) {
        return body.select("." + part + ", [class*=article-" + part + "-]").stream()
                .filter(element -> element.closest(OUTSIDE) == null);
    }

    private static boolean isBefore(Element one, Element other) {
        return !one.equals(other)
                && !one.parents().contains(other)
                && !other.parents().contains(one)
                && position(one, other) < 0;
    }

    /** Compares two elements by where they branch off below their common ancestor. */
    private static int position(Element one, Element other) {
        List<Element> above = new ArrayList<>(one.parents());
        above.add(0, one);
        List<Element> aboveOther = new ArrayList<>(other.parents());
        aboveOther.add(0, other);
        int i = above.size() - 1;
        int j = aboveOther.size() - 1;
        while (i >= 0 && j >= 0 && above.get(i).equals(aboveOther.get(j))) {
            i--;
            j--;
        }
        return i < 0 || j < 0
                ? 0
                : Integer.compare(above.get(i).siblingIndex(), aboveOther.get(j).siblingIndex());
    }
}
