package org.retold.local.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** RSS 1.0; where it gives introductions only, in Latin-1 and without saying so in the header. */
final class RdfFeed implements FeedFormat {

    private static final Template FEED = Template.named("rdf-feed.xml");

    private static final Template ITEM = Template.named("rdf-item.xml");

    @Override
    public String path() {
        return "/index.rdf";
    }

    @Override
    public String type() {
        return "text/xml";
    }

    @Override
    public Charset charset(Outlet outlet) {
        return outlet.isIntroductionOnly() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    @Override
    public Document feed(Outlet outlet) {
        Publisher publisher = outlet.publisher();
        Charset charset = charset(outlet);
        String order = outlet.entries().stream()
                .map(entry -> "      <rdf:li rdf:resource=\"" + outlet.url(entry) + "\"/>")
                .collect(Collectors.joining("\n"));
        String items =
                outlet.entries().stream().map(entry -> item(outlet, entry)).collect(Collectors.joining());
        String feed = FEED.filled()
                .with("charset", charset.name())
                .with("feed", outlet.feedUrl())
                .with("site", Markup.text(publisher.title()))
                .with("home", outlet.base())
                .with("tagline", Markup.text(publisher.tagline()))
                .with("language", publisher.language())
                .with("order", order)
                .with("items", items)
                .text();
        return new Document(type(), charset, feed, Document.Validators.ENTITY_TAG);
    }

    private static String item(Outlet outlet, Entry entry) {
        DemoArticle article = entry.article();
        String subjects = article.keywords().stream()
                .map(keyword -> "    <dc:subject>" + Markup.text(keyword) + "</dc:subject>")
                .collect(Collectors.joining("\n"));
        String content = Markup.text(Markup.paragraphs(article.paragraphs()));
        return ITEM.filled()
                .with("url", outlet.url(entry))
                .with("title", Markup.text(article.title()))
                .with("description", Markup.text(Markup.introduction(article, "...")))
                .with("published", Markup.offset(article.published()))
                .with("author", Markup.text(String.join(", ", article.authors())))
                .with("subjects", subjects)
                .with(
                        "content",
                        outlet.isIntroductionOnly() ? "" : "    <content:encoded>" + content + "</content:encoded>")
                .text();
    }
}
