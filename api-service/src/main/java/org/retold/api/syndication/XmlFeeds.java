package org.retold.api.syndication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import javax.xml.stream.XMLStreamException;

/** RSS 2.0 and Atom 1.0 (RFC 4287, pages linked as in RFC 5005). */
public final class XmlFeeds {

    private XmlFeeds() {}

    /** A changed story is an item with a new date; its {@code guid} stays. */
    public static byte[] rss(StoryFeed feed) {
        return written(xml -> {
            xml.begin("rss", "version", "2.0", "xmlns:atom", XmlDocument.ATOM);
            xml.begin("channel");
            xml.text("title", StoryFeed.TITLE);
            xml.text("link", feed.home().toString());
            xml.text("description", StoryFeed.DESCRIPTION);
            xml.text("lastBuildDate", inWords(feed.updated()));
            xml.empty(
                    "atom:link",
                    "rel",
                    "self",
                    "type",
                    "application/rss+xml",
                    "href",
                    feed.self().toString());
            for (StoryFeed.Entry entry : feed.entries()) {
                xml.begin("item");
                xml.text("title", entry.title());
                xml.text("link", entry.link().toString());
                // Readers take it for HTML.
                xml.text("description", entry.summary().replace("&", "&amp;").replace("<", "&lt;"));
                for (String tag : entry.tags()) {
                    xml.text("category", tag);
                }
                xml.text("guid", entry.id(), "isPermaLink", "false");
                xml.text("pubDate", inWords(entry.updated()));
                xml.end();
            }
            xml.end();
            xml.end();
        });
    }

    public static byte[] atom(StoryFeed feed) {
        return written(xml -> {
            xml.begin("feed", "xmlns", XmlDocument.ATOM);
            xml.text("id", feed.id());
            xml.text("title", StoryFeed.TITLE);
            xml.text("subtitle", StoryFeed.DESCRIPTION);
            xml.text("updated", feed.updated().toString());
            xml.begin("author");
            xml.text("name", StoryFeed.TITLE);
            xml.end();
            xml.empty("link", "rel", "self", "href", feed.self().toString());
            xml.empty("link", "rel", "alternate", "href", feed.home().toString());
            if (feed.next() != null) {
                xml.empty("link", "rel", "next", "href", feed.next().toString());
            }
            for (StoryFeed.Entry entry : feed.entries()) {
                xml.begin("entry", "xml:lang", requireNonNullElse(entry.language(), ""));
                xml.text("id", entry.id());
                xml.text("title", entry.title());
                xml.text("updated", entry.updated().toString());
                xml.text("published", entry.published().toString());
                xml.empty("link", "rel", "alternate", "href", entry.link().toString());
                for (String tag : entry.tags()) {
                    xml.empty("category", "term", tag);
                }
                xml.text("summary", entry.summary(), "xml:lang", "en");
                xml.end();
            }
            xml.end();
        });
    }

    /** As RFC 822 has it, with four digits of the year. */
    private static String inWords(Instant time) {
        return RFC_1123_DATE_TIME.format(time.atOffset(UTC));
    }

    private interface Content {
        void in(XmlDocument document) throws XMLStreamException;
    }

    private static byte[] written(Content content) {
        try {
            XmlDocument document = new XmlDocument();
            content.in(document);
            return document.written().getBytes(UTF_8);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
