package org.retold.normalize.page;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Finds the main text of a page: by the marks of its publishing system, by scoring, or in its JSON-LD. */
public final class MainTextReader {

    private MainTextReader() {}

    /** @param title of the article, which is not repeated in the text */
    public static MainText read(Page page, String title) {
        Element body = page.document().body();
        Outline outline = Outline.of(body);
        MainText scored = new Weeding(title).weed(Heartland.of(outline));
        MainText text = page.isSpip() ? marked(body, title, scored) : linkedOr(page, title, scored);
        return MarginLines.added(text, outline, title);
    }

    private static MainText marked(Element body, String title, MainText scored) {
        return SpipText.parts(body)
                .map(parts -> ContentText.of(parts, title))
                .filter(marked -> marked.length() >= 200 || marked.length() * 2 > scored.length())
                .orElse(scored);
    }

    private static MainText linkedOr(Page page, String title, MainText scored) {
        return page.linked()
                .body()
                .map(linked -> linked(linked, title))
                .filter(linked -> agrees(linked, scored))
                .orElse(scored);
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
}
