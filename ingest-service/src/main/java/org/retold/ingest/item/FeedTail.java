package org.retold.ingest.item;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.feed.Text;

/**
 * Takes off what feed makers hang behind every text: SPIP its section and keywords, WordPress where the post appeared
 * first.
 */
final class FeedTail {

    private static final Pattern BETWEEN_LINKS = Pattern.compile("[\\s\\u00a0,/|·-]*");
    private static final Pattern DASH_BEFORE_LINKS = Pattern.compile("[\\s\\u00a0]*[-–][\\s\\u00a0]*$");
    private static final Pattern APPEARED_FIRST =
            Pattern.compile("(?iu)(the post .+ (first appeared|appeared first) on .+"
                    + "|l.article .+ est apparu en premier sur .+"
                    + "|cet article .+ est apparu en premier sur .+"
                    + "|der beitrag .+ erschien zuerst auf .+"
                    + "|la entrada .+ (se publicó|aparece|apareció) primero en .+"
                    + "|l.articolo .+ proviene da .+)");

    private FeedTail() {}

    static Text strippedFrom(Text text) {
        if (!text.markup()) {
            return text;
        }
        Document fragment = Jsoup.parseBodyFragment(text.value());
        fragment.outputSettings().prettyPrint(false);
        boolean section = stripSection(fragment.body());
        boolean appearance = stripAppearance(fragment.body());
        return section || appearance ? new Text(fragment.body().html(), true) : text;
    }

    private static boolean stripSection(Element body) {
        boolean found = false;
        Node last = lastMeaningful(body);
        while (last != null && (isSectionOrKeyword(last) || (found && isSeparator(last)))) {
            found = found || last instanceof Element;
            last.remove();
            last = lastMeaningful(body);
        }
        if (found && last instanceof TextNode text) {
            text.text(DASH_BEFORE_LINKS.matcher(text.getWholeText()).replaceFirst(""));
        }
        return found;
    }

    private static boolean isSectionOrKeyword(Node node) {
        String rel = node.attr("rel");
        return node.normalName().equals("a") && (rel.contains("directory") || rel.equals("tag"));
    }

    private static boolean isSeparator(Node node) {
        return node instanceof TextNode text
                && BETWEEN_LINKS.matcher(text.getWholeText()).matches();
    }

    private static @Nullable Node lastMeaningful(Element body) {
        Node last = body.lastChild();
        while (last instanceof TextNode text && text.isBlank()) {
            Node blank = last;
            last = last.previousSibling();
            blank.remove();
        }
        return last;
    }

    private static boolean stripAppearance(Element body) {
        if (lastMeaningful(body) instanceof Element last
                && APPEARED_FIRST.matcher(last.text()).matches()) {
            last.remove();
            return true;
        }
        return false;
    }
}
