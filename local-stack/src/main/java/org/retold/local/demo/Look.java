package org.retold.local.demo;

/** What a kind of site looks like. */
sealed interface Look permits SpipLook, WordPressLook, PlainLook, JsonFeedLook {

    String feedPath();

    /** Where an article stands. */
    String path(int number, DemoArticle article);

    Document feed(Outlet outlet);

    Document page(Outlet outlet, Entry entry);

    Document frontPage(Outlet outlet);

    default Document robots() {
        return Document.plain("User-agent: *\nDisallow: /private/\n");
    }

    /** A list of links. */
    static String links(Outlet outlet) {
        StringBuilder html = new StringBuilder();
        for (Entry entry : outlet.entries()) {
            html.append("<li><a href=\"%s\">%s</a></li>\n"
                    .formatted(entry.path(), Markup.text(entry.article().title())));
        }
        return html.toString();
    }

    /** Links to what the page names beside its article. */
    static String related(Outlet outlet, DemoArticle article) {
        StringBuilder html = new StringBuilder();
        for (String title : article.related()) {
            String target = outlet.titled(title).map(Entry::path).orElse("/");
            html.append("<li><a href=\"%s\">%s</a></li>\n".formatted(target, Markup.text(title)));
        }
        return html.toString();
    }
}
