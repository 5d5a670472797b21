package org.retold.ingest.feed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.retold.ingest.feed.FeedReading.NotAFeed;

/**
 * Reads RSS, RDF, Atom and CDF through a parser that mends what is broken. It loads no document type and expands no
 * declared entity, so a feed cannot reach for files or grow while it is read.
 */
final class XmlFeedReader {

    /** No feed of news has so many; of one that does the first are read. */
    private static final int MOST_ENTRIES = 10_000;

    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel");

    FeedReading read(String text, FeedDocument document) {
        Document tree = Jsoup.parse(text, document.url(), Parser.xmlParser());
        tree.outputSettings()
                .prettyPrint(false)
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml);
        Optional<FeedElement> root = tree.stream()
                .filter(element -> ROOTS.contains(element.tag().localName().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(FeedElement::new);
        if (root.isEmpty() || isInsideHtml(root.get().element())) {
            return new NotAFeed(whatItIs(tree));
        }
        return read(root.get(), document);
    }

    private static FeedReading read(FeedElement root, FeedDocument document) {
        FeedElement channel = channel(root);
        List<FeedEntry> entries = entries(root).stream()
                .map(entry -> new EntryReader(entry, document.url()).read())
                .toList();
        return new ChannelReader(channel, document).read(entries);
    }

    private static FeedElement channel(FeedElement root) {
        if (root.name().equals("feed") || root.name().equals("channel")) {
            return root;
        }
        return root.descendants()
                .filter(element -> element.is(Vocabulary.CORE, "channel"))
                .findFirst()
                .orElse(root);
    }

    /** Wherever they stand: inside the channel, beside it, or after broken markup. */
    private static List<FeedElement> entries(FeedElement root) {
        return root.descendants()
                .filter(element -> element.is(Vocabulary.CORE, "item", "entry"))
                .filter(element -> element.element().parents().stream()
                        .map(FeedElement::new)
                        .noneMatch(outer -> outer.is(Vocabulary.CORE, "item", "entry")))
                .limit(MOST_ENTRIES)
                .toList();
    }

    private static boolean isInsideHtml(Element root) {
        return root.parents().stream().anyMatch(outer -> outer.normalName().equals("html"));
    }

    private static String whatItIs(Document tree) {
        Element first = tree.firstElementChild();
        if (first == null) {
            return "it is not XML and not JSON";
        }
        boolean page = tree.stream().anyMatch(element -> Set.of("html", "body").contains(element.normalName()));
        return page ? NotAFeed.PAGE : "its root element <%s> is no feed".formatted(first.tagName());
    }
}
