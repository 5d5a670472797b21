package org.retold.normalize.page;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Finds the main text of a page: by the marks of its publishing system, by scoring, or in its JSON-LD. */
public final class MainTextReader {

    private static final String MARKED =
            "[itemprop=articleBody], .entry-content, .post-content, .article-body, .articleBody";

    private MainTextReader() {}

    /** @param title of the article, which is not repeated in the text */
    public static MainText read(Page page, String title) {
        Element body = page.document().body();
        MainText scored = scored(body, title);
        if (page.isSpip()) {
            MainText marked = SpipText.parts(body)
                    .map(parts -> ContentText.of(parts, title))
                    .orElse(MainText.NONE);
            if (marked.length() >= 200 || marked.length() * 2 > scored.length()) {
                return new MainText(marked.paragraphs(), scored.margins());
            }
        }
        return page.linked()
                .body()
                .map(linked -> linked(linked, title))
                .filter(linked -> agrees(linked, scored))
                .orElse(scored);
    }

    private static MainText scored(Element body, String title) {
        Outline outline = Outline.of(body);
        return new Weeding(title).weed(Heartland.of(outline));
    }

    private static MainText linked(String body, String title) {
        return body.contains("</p>") || body.contains("<br")
                ? ContentText.of(body, title)
                : ContentText.ofPlain(Jsoup.parse(body).wholeText(), title);
    }

    /** A statement of the text is believed when paragraphs are kept and scoring found about as much. */
    private static boolean agrees(MainText linked, MainText scored) {
        return linked.paragraphs().size() > 1
                && scored.length() > 0
                && Math.abs(linked.length() - scored.length()) < 0.15 * linked.length();
    }

    static List<Element> marked(Element body) {
        return body.select(MARKED);
    }
}
