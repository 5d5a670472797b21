package org.retold.local.demo;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Atom 1.0. */
final class AtomFeed implements FeedFormat {

    private static final Template FEED = Template.named("atom-feed.xml");

    private static final Template ENTRY = Template.named("atom-entry.xml");

    @Override
    public String path() {
        return "/feed.atom";
    }

    @Override
    public String type() {
        return "application/atom+xml";
    }

    @Override
    public Document feed(Outlet outlet) {
        Publisher publisher = outlet.publisher();
        String entries =
                outlet.entries().stream().map(entry -> entry(outlet, entry)).collect(Collectors.joining());
        String feed = FEED.filled()
                .with("language", publisher.language())
                .with("site", Markup.text(publisher.title()))
                .with("tagline", Markup.text(publisher.tagline()))
                .with("home", outlet.base())
                .with("feed", outlet.feedUrl())
                .with(
                        "updated",
                        Markup.offset(outlet.entries().getFirst().article().published()))
                .with("entries", entries)
                .text();
        return new Document(type(), StandardCharsets.UTF_8, feed, Document.Validators.ENTITY_TAG);
    }

    private static String entry(Outlet outlet, Entry entry) {
        DemoArticle article = entry.article();
        String authors = article.authors().stream()
                .map(author -> "    <author><name>" + Markup.text(author) + "</name></author>")
                .collect(Collectors.joining("\n"));
        String categories = article.keywords().stream()
                .map(keyword -> "    <category term=\"" + Markup.text(keyword) + "\"/>")
                .collect(Collectors.joining("\n"));
        String body = outlet.isIntroductionOnly()
                ? "<summary type=\"text\">" + Markup.text(Markup.introduction(article, "...")) + "</summary>"
                : "<content type=\"html\">" + Markup.text(Markup.paragraphs(article.paragraphs())) + "</content>";
        return ENTRY.filled()
                .with("title", Markup.text(article.title()))
                .with("url", outlet.url(entry))
                .with("published", Markup.offset(article.published()))
                .with("authors", authors)
                .with("categories", categories)
                .with("body", body)
                .text();
    }
}
