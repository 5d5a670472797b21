package org.retold.local.demo;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All outlets, their feeds as OPML, and which articles tell the same report. */
public final class Newsstand {

    private final List<Outlet> outlets;

    private Newsstand(List<Outlet> outlets) {
        this.outlets = List.copyOf(outlets);
    }

    /** @param addresses where a publisher's front page is; ends with a slash */
    public static Newsstand of(DemoContent content, Function<Publisher, URI> addresses) {
        return new Newsstand(content.publishers().stream()
                .map(publisher -> Outlet.of(publisher, addresses.apply(publisher), content))
                .toList());
    }

    public List<Outlet> outlets() {
        return outlets;
    }

    /** A list of all feeds that a feed reader imports. */
    public String opml() {
        String outlines = outlets.stream()
                .map(outlet ->
                        "    <outline type=\"rss\" text=\"%1$s\" title=\"%1$s\" xmlUrl=\"%2$s\" htmlUrl=\"%3$s\"/>"
                                .formatted(
                                        Markup.text(outlet.publisher().name()),
                                        Markup.text(outlet.feedUrl().toString()),
                                        outlet.base()))
                .collect(Collectors.joining("\n"));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <opml version="2.0">
                  <head><title>Retold's demo site</title></head>
                  <body>
                %s
                  </body>
                </opml>
                """.formatted(outlines);
    }

    /** Every article by its address, with what is true about it. */
    public Map<String, DemoArticle> articles() {
        Map<String, DemoArticle> articles = new LinkedHashMap<>();
        for (Outlet outlet : outlets) {
            for (Entry entry : outlet.entries()) {
                articles.put(outlet.url(entry), entry.article());
            }
        }
        return articles;
    }

    /** A page that lists the outlets. */
    public Document frontPage() {
        String outletsList = outlets.stream()
                .map(outlet -> "<li><a href=\"%s\" lang=\"%s\">%s</a>, %s (<a href=\"%s\">feed</a>)</li>"
                        .formatted(
                                outlet.base(),
                                outlet.publisher().language(),
                                Markup.text(outlet.publisher().name()),
                                outlet.wording().label("ownLanguageLabel"),
                                Markup.text(outlet.feedUrl().toString())))
                .collect(Collectors.joining("\n"));
        return Document.html("""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Retold's demo site</title></head>
                <body><h1>Retold's demo site</h1><p>Invented outlets, invented reports. <a href="/feeds.opml">All feeds (OPML)</a></p>
                <ul>%s</ul></body></html>
                """.formatted(outletsList));
    }
}
