package org.retold.ingest.feed;

import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Which vocabulary an element belongs to: by namespace, by its usual prefix where the namespace is unbound or wrong, and
 * the feed's own where there is no prefix at all. RSS and Atom are one vocabulary here, because feeds mix them.
 */
enum Vocabulary {
    CORE,
    DUBLIN_CORE,
    DUBLIN_CORE_TERMS,
    CONTENT,
    MEDIA,
    ITUNES,
    SYNDICATION,
    FEEDBURNER,
    XHTML,
    RDF,
    OTHER;

    private static final Map<String, Vocabulary> BY_NAMESPACE = Map.ofEntries(
            Map.entry("http://purl.org/dc/elements/1.1/", DUBLIN_CORE),
            Map.entry("http://purl.org/dc/elements/1.0/", DUBLIN_CORE),
            Map.entry("http://purl.org/dc/terms/", DUBLIN_CORE_TERMS),
            Map.entry("http://purl.org/rss/1.0/modules/content/", CONTENT),
            Map.entry("http://search.yahoo.com/mrss/", MEDIA),
            Map.entry("http://search.yahoo.com/mrss", MEDIA),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", ITUNES),
            Map.entry("http://example.com/dtds/podcast-1.0.dtd", ITUNES),
            Map.entry("http://purl.org/rss/1.0/modules/syndication/", SYNDICATION),
            Map.entry("http://rssnamespace.org/feedburner/ext/1.0", FEEDBURNER),
            Map.entry("http://www.w3.org/1999/xhtml", XHTML),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", RDF),
            Map.entry("http://www.w3.org/2005/atom", CORE),
            Map.entry("http://purl.org/atom/ns#", CORE),
            Map.entry("http://example.com/newformat#", CORE),
            Map.entry("http://example.com/necho", CORE),
            Map.entry("http://purl.org/echo/", CORE),
            Map.entry("uri/of/echo/namespace#", CORE),
            Map.entry("http://purl.org/pie/", CORE),
            Map.entry("http://purl.org/rss/1.0/", CORE),
            Map.entry("http://my.netscape.com/rdf/simple/0.9/", CORE),
            Map.entry("http://channel.netscape.com/rdf/simple/0.9/", CORE),
            Map.entry("http://my.netscape.com/publish/formats/rss-0.91.dtd", CORE),
            Map.entry("http://backend.userland.com/rss", CORE),
            Map.entry("http://backend.userland.com/rss2", CORE),
            Map.entry("http://blogs.law.harvard.edu/tech/rss", CORE),
            Map.entry("http://cyber.law.harvard.edu/rss", CORE));

    private static final Map<String, Vocabulary> BY_USUAL_PREFIX = Map.ofEntries(
            Map.entry("dc", DUBLIN_CORE),
            Map.entry("dcterms", DUBLIN_CORE_TERMS),
            Map.entry("content", CONTENT),
            Map.entry("media", MEDIA),
            Map.entry("itunes", ITUNES),
            Map.entry("sy", SYNDICATION),
            Map.entry("feedburner", FEEDBURNER),
            Map.entry("xhtml", XHTML),
            Map.entry("rdf", RDF),
            Map.entry("atom", CORE),
            Map.entry("a10", CORE),
            Map.entry("rss", CORE));

    static Vocabulary of(Element element) {
        String prefix = element.tag().prefix().toLowerCase(Locale.ROOT);
        Vocabulary named = byNamespace(element.tag().namespace());
        if (prefix.isEmpty()) {
            return named == null ? CORE : named;
        }
        Vocabulary usual = BY_USUAL_PREFIX.get(prefix);
        if (named == null) {
            return usual == null ? OTHER : usual;
        }
        return named == CORE && usual != null ? usual : named;
    }

    private static @Nullable Vocabulary byNamespace(String namespace) {
        return BY_NAMESPACE.get(namespace.strip().toLowerCase(Locale.ROOT));
    }
}
