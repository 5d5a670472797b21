package org.retold.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Reads the text of an element, whichever way its markup was packed: escaped, inline, or in base64. */
final class MarkedText {

    private static final Set<String> PLAIN = Set.of("text", "text/plain", "plain");
    private static final Pattern TEXTUAL = Pattern.compile("text/.*|.*[/+]xml|[^/]*");

    private MarkedText() {}

    static Text of(FeedElement element) {
        String type = element.attribute("type").orElse("").toLowerCase(Locale.ROOT);
        if (element.children().findAny().isPresent()) {
            return new Text(inline(element.element(), type), true);
        }
        String value = element.element().wholeText();
        boolean packed = element.attribute("mode").orElse("").equalsIgnoreCase("base64")
                || !TEXTUAL.matcher(type).matches();
        if (packed) {
            return Text.guessed(unpacked(value));
        }
        return PLAIN.contains(type) ? new Text(value, false) : Text.guessed(value);
    }

    private static String unpacked(String value) {
        try {
            return new String(Base64.getMimeDecoder().decode(value.strip()), UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    /** Atom 1.0 wraps XHTML into a div that is not part of it. */
    private static String inline(Element element, String type) {
        Element copy = element.clone();
        copy.stream().skip(1).forEach(MarkedText::intoHtml);
        Element only = copy.firstElementChild();
        if (only != null && copy.childrenSize() == 1 && only.normalName().equals("div") && type.equals("xhtml")) {
            return only.html();
        }
        return copy.html();
    }

    private static void intoHtml(Element inside) {
        if (Vocabulary.of(inside) == Vocabulary.XHTML) {
            inside.removeAttr("xmlns");
            inside.removeAttr("xmlns:" + inside.tag().prefix());
            if (!inside.tag().localName().isEmpty()) {
                inside.tagName(inside.tag().localName(), inside.tag().namespace());
            }
        }
    }
}
