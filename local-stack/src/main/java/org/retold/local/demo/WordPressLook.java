package org.retold.local.demo;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** WordPress: RSS 2.0 with its usual modules, and posts with a comment form below. */
final class WordPressLook implements Look {

    private static final Template FEED = Template.named("wordpress-feed.xml");

    private static final Template ITEM = Template.named("wordpress-item.xml");

    private static final Template PAGE = Template.named("wordpress-page.html");

    @Override
    public String feedPath() {
        return "/feed/";
    }

    @Override
    public String path(int number, DemoArticle article) {
        return "/%d/%02d/%s/"
                .formatted(
                        article.published().getYear(),
                        article.published().getMonthValue(),
                        article.id().replaceFirst("^[^-]+-", ""));
    }

    @Override
    public Document feed(Outlet outlet) {
        Publisher publisher = outlet.publisher();
        String items =
                outlet.entries().stream().map(entry -> item(outlet, entry)).collect(Collectors.joining());
        String feed = FEED.filled()
                .with("site", Markup.text(publisher.title()))
                .with("feed", outlet.feedUrl())
                .with("home", outlet.base())
                .with("tagline", Markup.text(publisher.tagline()))
                .with(
                        "built",
                        Markup.rfc1123(outlet.entries().getFirst().article().published()))
                .with("language", outlet.wording().locale().toLanguageTag())
                .with("items", items)
                .text();
        return new Document(
                "application/rss+xml; charset=UTF-8", StandardCharsets.UTF_8, feed, Document.Validators.ENTITY_TAG);
    }

    private static String item(Outlet outlet, Entry entry) {
        DemoArticle article = entry.article();
        String url = outlet.url(entry);
        String categories = article.keywords().stream()
                .map(keyword -> "\t\t<category>" + Markup.cdata(Markup.text(keyword)) + "</category>")
                .collect(Collectors.joining("\n"));
        String appeared = "<p>"
                + outlet.wording()
                        .label(
                                "appearedLabel",
                                link(url, article.title()),
                                link(
                                        outlet.base().toString(),
                                        outlet.publisher().title()))
                + "</p>";
        String excerpt = "<p>" + Markup.text(Markup.introduction(article, "")) + " [&#8230;]</p>\n" + appeared;
        String content = Markup.paragraphs(article.paragraphs()) + appeared;
        return ITEM.filled()
                .with("title", Markup.text(article.title()))
                .with("url", url)
                .with("author", Markup.cdata(String.join(", ", article.authors())))
                .with("published", Markup.rfc1123(article.published()))
                .with("categories", categories)
                .with("home", outlet.base())
                .with("number", entry.number())
                .with("excerpt", Markup.cdata(excerpt))
                .with(
                        "content",
                        outlet.isIntroductionOnly()
                                ? ""
                                : "\t\t<content:encoded>" + Markup.cdata(content) + "</content:encoded>")
                .with("commentCount", article.comments().size())
                .text();
    }

    @Override
    public Document page(Outlet outlet, Entry entry) {
        Publisher publisher = outlet.publisher();
        DemoArticle article = entry.article();
        return Document.html(PAGE.filled()
                .with(outlet.wording())
                .with("language", publisher.language())
                .with("title", Markup.text(article.title()))
                .with("site", Markup.text(publisher.title()))
                .with("url", outlet.url(entry))
                .with("published", Markup.offset(article.published()))
                .with("number", entry.number())
                .with("tagline", Markup.text(publisher.tagline()))
                .with("date", outlet.wording().day(article.published()))
                .with("author", Markup.text(String.join(", ", article.authors())))
                .with("text", Markup.paragraphs(article.paragraphs()))
                .with("section", Markup.text(article.section()))
                .with("related", Look.related(outlet, article))
                .with("comments", comments(article))
                .with("recent", Look.links(outlet))
                .text());
    }

    @Override
    public Document frontPage(Outlet outlet) {
        return Document.html("""
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="UTF-8"><title>%s</title>
                <link rel="alternate" type="application/rss+xml" href="/feed/" /></head>
                <body class="home blog"><h1 class="site-title">%s</h1><ul>%s</ul></body></html>
                """.formatted(
                        outlet.publisher().language(),
                        Markup.text(outlet.publisher().title()),
                        Markup.text(outlet.publisher().title()),
                        Look.links(outlet)));
    }

    private static String comments(DemoArticle article) {
        StringBuilder html = new StringBuilder();
        for (DemoArticle.Comment comment : article.comments()) {
            html.append("""
                    <li class="comment depth-1"><article class="comment-body"><footer class="comment-meta"><b class="fn">%s</b></footer>
                    <div class="comment-content"><p>%s</p></div></article></li>
                    """.formatted(Markup.text(comment.author()), Markup.text(comment.text())));
        }
        return html.toString();
    }

    private static String link(String url, String text) {
        return "<a href=\"%s\">%s</a>".formatted(url, Markup.text(text));
    }
}
