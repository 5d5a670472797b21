package org.retold.ingest.opml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads OPML leniently; the parser loads no document type and expands no declared entity. */
public final class OpmlReader {

    private OpmlReader() {}

    /** The feeds in the document's order; empty when it is not OPML. */
    public static Optional<List<OpmlFeed>> read(byte[] bytes) {
        Document tree = parsed(bytes);
        if (tree.stream().noneMatch(element -> element.normalName().equals("opml"))) {
            return Optional.empty();
        }
        return Optional.of(tree.stream()
                .filter(element -> element.normalName().equals("outline"))
                .flatMap(outline -> feed(outline).stream())
                .toList());
    }

    private static Document parsed(byte[] bytes) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(bytes), null, "", Parser.xmlParser());
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    private static Optional<OpmlFeed> feed(Element outline) {
        String url = attribute(outline, "xmlurl");
        return url == null ? Optional.empty() : Optional.of(new OpmlFeed(url, name(outline), folder(outline)));
    }

    private static @Nullable String folder(Element outline) {
        List<String> names = new ArrayList<>();
        for (Element outer : outline.parents()) {
            String name = outer.normalName().equals("outline") ? name(outer) : null;
            if (name != null) {
                names.add(name.replace('/', '-'));
            }
        }
        Collections.reverse(names);
        return names.isEmpty() ? null : String.join("/", names);
    }

    private static @Nullable String name(Element outline) {
        String title = attribute(outline, "title");
        return title == null ? attribute(outline, "text") : title;
    }

    private static @Nullable String attribute(Element element, String name) {
        for (Attribute attribute : element.attributes()) {
            if (attribute.getKey().equalsIgnoreCase(name)
                    && !attribute.getValue().isBlank()) {
                return attribute.getValue().strip();
            }
        }
        return null;
    }
}
