package org.retold.ingest.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Makes addresses absolute and otherwise leaves the publisher's spelling alone. */
final class WebAddress {

    private static final Pattern ABSOLUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern HTTP = Pattern.compile("(?i)https?://[^\\s/].*");

    private WebAddress() {}

    static boolean isHttp(String address) {
        return HTTP.matcher(address).matches();
    }

    /** Resolves against every {@code xml:base} around the element, and at last against the document's own address. */
    static String resolve(String address, Element where, String documentUrl) {
        String stripped = address.strip();
        if (ABSOLUTE.matcher(stripped).matches()) {
            return stripped;
        }
        Deque<String> bases = new ArrayDeque<>();
        for (Element at = where; at != null; at = at.parent()) {
            if (at.hasAttr("xml:base")) {
                bases.push(at.attr("xml:base").strip());
            }
        }
        String base = documentUrl;
        for (String next : bases) {
            base = resolve(next, base);
        }
        return resolve(stripped, base);
    }

    static String resolve(String address, String base) {
        if (ABSOLUTE.matcher(address).matches()) {
            return address;
        }
        Element anchor = new Element("a");
        anchor.setBaseUri(base);
        String resolved = anchor.attr("href", address).absUrl("href");
        return resolved.isEmpty() ? address : resolved;
    }
}
