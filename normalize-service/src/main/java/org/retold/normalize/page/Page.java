package org.retold.normalize.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** A parsed page and what it says about itself; reading it never changes it. */
public final class Page {

    private static final int MAX_DEPTH = 512;

    private final Document document;
    private final Linked linked;

    private Page(Document document) {
        this.document = document;
        this.linked = Linked.of(document);
    }

    /** @param address of the page, against which its links are resolved; may be empty */
    public static Page parse(String html, String address) {
        return new Page(Jsoup.parse(html, address, Parser.htmlParser().setMaxDepth(MAX_DEPTH)));
    }

    Document document() {
        return document;
    }

    /** What the page says about itself in JSON-LD. */
    public Linked linked() {
        return linked;
    }

    /** Content of the first meta element with one of these names or properties, in their order. */
    public Optional<String> meta(String... names) {
        for (String name : names) {
            for (Element meta : document.head().getElementsByTag("meta")) {
                if (name.equalsIgnoreCase(meta.attr("property"))
                        || name.equalsIgnoreCase(meta.attr("name"))
                        || name.equalsIgnoreCase(meta.attr("itemprop"))) {
                    String content = meta.attr("content").strip();
                    if (!content.isEmpty()) {
                        return Optional.of(content);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Absolute address of the first link element with this relation. */
    public Optional<String> link(String relation) {
        return document.getElementsByTag("link").stream()
                .filter(link -> relation.equalsIgnoreCase(link.attr("rel")))
                .map(link -> link.absUrl("href"))
                .filter(href -> !href.isEmpty())
                .findFirst();
    }

    /** Language tag that the page declares about itself, for example {@code fr-FR}. */
    public Optional<String> language() {
        Element root = document.selectFirst("html");
        return Optional.ofNullable(root)
                .map(html ->
                        html.attr(html.hasAttr("lang") ? "lang" : "xml:lang").strip())
                .filter(tag -> !tag.isEmpty());
    }

    /** Text of the title element. */
    public String windowTitle() {
        return document.title().strip();
    }

    /** Text of the heading that names the article: the first of first level that is not the site's name alone. */
    public Optional<String> heading() {
        Element named = document.selectFirst(
                "h1.entry-title, h1[itemprop=headline], article h1, #content h1, #contenu h1, main h1");
        if (named != null && !named.text().isBlank()) {
            return Optional.of(named.text().strip());
        }
        List<Element> headings = document.getElementsByTag("h1");
        return headings.stream()
                .filter(heading -> headings.size() == 1 || heading.selectFirst("a[rel=home], img") == null)
                .map(heading -> heading.text().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Machine-readable dates in time elements and microformats, in reading order. */
    public List<String> timeElements() {
        return document
                .select(
                        "time[datetime], abbr.published[title], [itemprop=datePublished][content], [itemprop=datePublished][datetime]")
                .stream()
                .filter(element ->
                        element.closest("#forum, #comments, .comments, .comment, footer, aside, nav, .related") == null)
                .limit(5)
                .map(element -> element.hasAttr("datetime")
                        ? element.attr("datetime")
                        : element.hasAttr("content") ? element.attr("content") : element.attr("title"))
                .toList();
    }

    /** Whether the page was made with SPIP. */
    boolean isSpip() {
        return meta("generator")
                        .filter(generator -> generator.toLowerCase(Locale.ROOT).contains("spip"))
                        .isPresent()
                || document.stream().anyMatch(Page::isSpip);
    }

    /** SPIP's marks in classes and links; looked for by hand, because a selector as wide as that is slow. */
    private static boolean isSpip(Element element) {
        String classes = element.className();
        if (!classes.isEmpty() && (classes.contains("spip") || element.hasClass("crayon"))) {
            return true;
        }
        if (!element.normalName().equals("a")) {
            return false;
        }
        String href = element.attr("href");
        return href.contains("spip.net") || href.contains("spip.php");
    }
}
