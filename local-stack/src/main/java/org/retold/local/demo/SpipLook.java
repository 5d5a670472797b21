package org.retold.local.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** SPIP's feed, with its broken prolog line, and its standard pages. */
final class SpipLook implements Look {

    private static final Template FEED = Template.named("spip-feed.xml");

    private static final Template ITEM = Template.named("spip-item.xml");

    private static final Template PAGE = Template.named("spip-page.html");

    @Override
    public String feedPath() {
        return "/spip.php?page=backend";
    }

    @Override
    public String path(int number, DemoArticle article) {
        return "/spip.php?article" + number;
    }

    @Override
    public Document robots() {
        return Document.plain("User-agent: *\nDisallow: /ecrire/\nDisallow: /prive/\nCrawl-delay: 1\n");
    }

    @Override
    public Document feed(Outlet outlet) {
        Publisher publisher = outlet.publisher();
        String items =
                outlet.entries().stream().map(entry -> item(outlet, entry)).collect(Collectors.joining("\n"));
        String feed = FEED.filled()
                .with("language", publisher.language())
                .with("site", straight(publisher.title()))
                .with("home", outlet.base())
                .with("tagline", straight(publisher.tagline()))
                .with("feed", Markup.text(outlet.feedUrl().toString()))
                .with("items", items)
                .text();
        return new Document("text/xml; charset=utf-8", StandardCharsets.UTF_8, feed, Document.Validators.DATE_ONCE);
    }

    private static String item(Outlet outlet, Entry entry) {
        DemoArticle article = entry.article();
        String subjects = article.keywords().stream()
                .map(keyword -> "\t<dc:subject>" + straight(keyword) + "</dc:subject>")
                .collect(Collectors.joining("\n"));
        String directory = "\n\n-\n<a href=\"%sspip.php?rubrique1\" rel=\"directory\">%s</a>"
                .formatted(outlet.base(), straight(article.section()));
        String tags = article.keywords().stream()
                .map(keyword ->
                        "<a href=\"%sspip.php?mot7\" rel=\"tag\">%s</a>".formatted(outlet.base(), straight(keyword)))
                .collect(Collectors.joining(", "));
        String description = "<p>" + straight(Markup.introduction(article, "")) + "&nbsp;(...)</p>" + directory
                + (tags.isEmpty() ? "" : "\n/ \n" + tags);
        String content = "<div class='rss_chapo'>%s</div>\n\t\t<div class='rss_texte'>%s</div>"
                .formatted(straightParagraphs(lead(article)), straightParagraphs(rest(article)));
        return ITEM.filled()
                .with("language", article.language())
                .with("title", straight(article.title()))
                .with("url", Markup.text(outlet.url(entry)))
                .with("published", Markup.utc(article.published()))
                .with("author", straight(String.join(", ", article.authors())))
                .with("subjects", subjects)
                .with("description", Markup.text(description))
                .with(
                        "content",
                        outlet.isIntroductionOnly()
                                ? ""
                                : "\t<content:encoded>" + Markup.text(content) + "</content:encoded>")
                .text();
    }

    @Override
    public Document page(Outlet outlet, Entry entry) {
        Publisher publisher = outlet.publisher();
        DemoArticle article = entry.article();
        String authors = article.authors().stream()
                .map(author ->
                        "<span class=\"vcard author\"><a class=\"url fn spip_in\" href=\"spip.php?auteur1\">%s</a></span>"
                                .formatted(Markup.text(author)))
                .collect(Collectors.joining(", "));
        String online = article.related().stream()
                .findFirst()
                .map(title -> "<p class=\"hyperlien\">%s <a href=\"/\" class=\"spip_out\">%s</a></p>"
                        .formatted(Markup.text(outlet.wording().label("onlineLabel")), Markup.text(title)))
                .orElse("");
        return Document.html(PAGE.filled()
                .with(outlet.wording())
                .with("language", publisher.language())
                .with("title", Markup.text(article.title()))
                .with("site", Markup.text(publisher.title()))
                .with("url", Markup.text(outlet.url(entry)))
                .with("tagline", Markup.text(publisher.tagline()))
                .with("section", Markup.text(article.section()))
                .with("number", entry.number())
                .with("published", Markup.utc(article.published()))
                .with("date", outlet.wording().day(article.published()))
                .with("authors", authors)
                .with("lead", Markup.paragraphs(lead(article)))
                .with("text", Markup.paragraphs(rest(article)))
                .with("online", online)
                .with("comments", comments(outlet, article))
                .with("related", Look.related(outlet, article))
                .text());
    }

    @Override
    public Document frontPage(Outlet outlet) {
        return Document.html("""
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
                <link rel="alternate" type="application/rss+xml" href="spip.php?page=backend" /></head>
                <body class="page_sommaire"><h1>%s</h1><p id="slogan">%s</p><ul class="liste-articles">%s</ul></body></html>
                """.formatted(
                        outlet.publisher().language(),
                        Markup.text(outlet.publisher().title()),
                        Markup.text(outlet.publisher().title()),
                        Markup.text(outlet.publisher().tagline()),
                        Look.links(outlet)));
    }

    private static String comments(Outlet outlet, DemoArticle article) {
        StringBuilder html = new StringBuilder("<h2>%s</h2><ul class=\"comments-list\">"
                .formatted(Markup.text(outlet.wording()
                        .label("messagesLabel", article.comments().size()))));
        for (DemoArticle.Comment comment : article.comments()) {
            html.append("""
                    <li class="comment-li"><div class="comment"><div class="comment-meta">%s <strong class="comment-author">%s</strong></div>
                    <div class="comment-content"><p>%s</p></div></div></li>
                    """.formatted(
                            Markup.text(outlet.wording().label("byLabel")),
                            Markup.text(comment.author()),
                            Markup.text(comment.text())));
        }
        return html.append("</ul>").toString();
    }

    private static List<String> lead(DemoArticle article) {
        return article.paragraphs().subList(0, Math.min(1, article.paragraphs().size()));
    }

    private static List<String> rest(DemoArticle article) {
        return article.paragraphs()
                .subList(
                        Math.min(1, article.paragraphs().size()),
                        article.paragraphs().size());
    }

    private static String straightParagraphs(List<String> paragraphs) {
        return Markup.paragraphs(paragraphs.stream().map(Markup::straightened).toList());
    }

    private static String straight(String text) {
        return Markup.text(Markup.straightened(text));
    }
}
