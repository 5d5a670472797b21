package org.retold.local.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A site of no known make, with a feed written by hand. */
final class PlainLook implements Look {

    private static final Template PAGE = Template.named("plain-page.html");

    private final FeedFormat format;

    PlainLook(FeedFormat format) {
        this.format = format;
    }

    @Override
    public String feedPath() {
        return format.path();
    }

    @Override
    public String path(int number, DemoArticle article) {
        return "/articles/" + article.id() + ".html";
    }

    @Override
    public Document feed(Outlet outlet) {
        return format.feed(outlet);
    }

    @Override
    public Document page(Outlet outlet, Entry entry) {
        Publisher publisher = outlet.publisher();
        DemoArticle article = entry.article();
        Charset charset = format.charset(outlet);
        String page = PAGE.filled()
                .with(outlet.wording())
                .with("language", publisher.language())
                .with("charset", charset.name())
                .with("title", Markup.text(article.title()))
                .with("site", Markup.text(publisher.title()))
                .with("url", outlet.url(entry))
                .with("published", Markup.offset(article.published()))
                .with("section", Markup.text(article.section()))
                .with("author", Markup.text(String.join(", ", article.authors())))
                .with("date", outlet.wording().day(article.published()))
                .with("text", Markup.paragraphs(article.paragraphs()))
                .with("related", Look.related(outlet, article))
                .with("comments", comments(article))
                .with("tagline", Markup.text(publisher.tagline()))
                .text();
        // The charset stands in the page alone, as on many small sites.
        String contentType = charset.equals(StandardCharsets.UTF_8) ? "text/html; charset=utf-8" : "text/html";
        return new Document(contentType, charset, page, Document.Validators.ENTITY_TAG);
    }

    @Override
    public Document frontPage(Outlet outlet) {
        return Document.html("""
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
                <link rel="alternate" type="%s" href="%s"></head>
                <body><h1>%s</h1><p>%s</p><ul>%s</ul></body></html>
                """.formatted(
                        outlet.publisher().language(),
                        Markup.text(outlet.publisher().title()),
                        format.type(),
                        format.path(),
                        Markup.text(outlet.publisher().title()),
                        Markup.text(outlet.publisher().tagline()),
                        Look.links(outlet)));
    }

    private static String comments(DemoArticle article) {
        StringBuilder html = new StringBuilder();
        for (DemoArticle.Comment comment : article.comments()) {
            html.append("<div class=\"comment\"><b>%s</b><p>%s</p></div>\n"
                    .formatted(Markup.text(comment.author()), Markup.text(comment.text())));
        }
        return html.toString();
    }
}
