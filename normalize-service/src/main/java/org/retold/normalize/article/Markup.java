package org.retold.normalize.article;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Takes markup out of what should be plain. */
final class Markup {

    private Markup() {}

    /** Text without tags and with entities decoded; what stands in scripts and styles is gone. */
    static String stripped(String text) {
        Document document = Jsoup.parseBodyFragment(text);
        document.select("script, style").remove();
        return document.text();
    }
}
