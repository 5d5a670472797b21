package org.retold.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** A site made of static pages, with a JSON Feed 1.1. */
final class JsonFeedLook implements Look {

    private static final Template PAGE = Template.named("static-page.html");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String feedPath() {
        return "/feed.json";
    }

    @Override
    public String path(int number, DemoArticle article) {
        return "/%s/%s/".formatted(article.published().toLocalDate(), article.id());
    }

    @Override
    public Document feed(Outlet outlet) {
        Publisher publisher = outlet.publisher();
        ObjectNode feed = JSON.createObjectNode()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", publisher.title())
                .put("description", publisher.tagline())
                .put("home_page_url", outlet.base().toString())
                .put("feed_url", outlet.feedUrl().toString())
                .put("language", outlet.wording().locale().toLanguageTag());
        ArrayNode items = feed.putArray("items");
        outlet.entries().forEach(entry -> items.add(item(outlet, entry)));
        return new Document(
                "application/feed+json", StandardCharsets.UTF_8, feed.toPrettyString(), Document.Validators.ENTITY_TAG);
    }

    private static ObjectNode item(Outlet outlet, Entry entry) {
        DemoArticle article = entry.article();
        ObjectNode item = JSON.createObjectNode()
                .put("id", outlet.url(entry))
                .put("url", outlet.url(entry))
                .put("title", article.title())
                .put("date_published", Markup.offset(article.published()));
        if (outlet.isIntroductionOnly()) {
            item.put("summary", Markup.introduction(article, "…"));
        } else {
            item.put("content_html", Markup.paragraphs(article.paragraphs()));
        }
        ArrayNode authors = item.putArray("authors");
        article.authors().forEach(author -> authors.addObject().put("name", author));
        ArrayNode tags = item.putArray("tags");
        article.keywords().forEach(tags::add);
        return item;
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
                .with("tagline", Markup.text(publisher.tagline()))
                .with("url", outlet.url(entry))
                .with("data", data(outlet, article))
                .with("section", Markup.text(article.section()))
                .with("author", Markup.text(String.join(", ", article.authors())))
                .with("published", Markup.offset(article.published()))
                .with("date", outlet.wording().day(article.published()))
                .with("text", Markup.paragraphs(article.paragraphs()))
                .with("tags", Markup.text(String.join(", ", article.keywords())))
                .with("related", Look.related(outlet, article))
                .with("comments", comments(article))
                .text());
    }

    /** What the page says to machines. */
    private static JsonNode data(Outlet outlet, DemoArticle article) {
        ObjectNode data = JSON.createObjectNode()
                .put("@context", "https://schema.org")
                .put("@type", "NewsArticle")
                .put("headline", article.title())
                .put("datePublished", Markup.offset(article.published()));
        ArrayNode authors = data.putArray("author");
        article.authors().forEach(author -> authors.addObject().put("name", author));
        data.putObject("publisher").put("name", outlet.publisher().name());
        return data;
    }

    @Override
    public Document frontPage(Outlet outlet) {
        return Document.html("""
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
                <link rel="alternate" type="application/feed+json" href="/feed.json"></head>
                <body><h1>%s</h1><p>%s</p><ol reversed>%s</ol></body></html>
                """.formatted(
                        outlet.publisher().language(),
                        Markup.text(outlet.publisher().title()),
                        Markup.text(outlet.publisher().title()),
                        Markup.text(outlet.publisher().tagline()),
                        Look.links(outlet)));
    }

    private static String comments(DemoArticle article) {
        StringBuilder html = new StringBuilder();
        for (DemoArticle.Comment comment : article.comments()) {
            html.append("<blockquote class=\"comment\"><cite>%s</cite><p>%s</p></blockquote>\n"
                    .formatted(Markup.text(comment.author()), Markup.text(comment.text())));
        }
        return html.toString();
    }
}
