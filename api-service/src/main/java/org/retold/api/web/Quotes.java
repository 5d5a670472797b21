package org.retold.api.web;

import java.util.Optional;
import org.retold.contract.Article;
import org.retold.contract.Evidence;

/** Takes passages out of articles, with a little of what is around them. */
final class Quotes {

    private static final int AROUND = 90;

    private Quotes() {}

    /** Empty where the article has no such passage. */
    static Optional<Reason.Quote> quote(Article article, Evidence.Range range) {
        int paragraph = range.paragraph();
        if (paragraph >= article.paragraphs().size()) {
            return Optional.empty();
        }
        String text = paragraph < 0 ? article.title() : article.paragraphs().get(paragraph);
        if (range.to() > text.length() || range.from() >= range.to()) {
            return Optional.empty();
        }
        return Optional.of(new Reason.Quote(
                before(text.substring(0, range.from())),
                text.substring(range.from(), range.to()),
                after(text.substring(range.to()))));
    }

    private static String before(String text) {
        if (text.length() <= AROUND) {
            return text;
        }
        String end = text.substring(text.length() - AROUND);
        return "… " + end.substring(end.indexOf(' ') + 1);
    }

    private static String after(String text) {
        if (text.length() <= AROUND) {
            return text;
        }
        String start = text.substring(0, AROUND);
        int space = start.lastIndexOf(' ');
        return start.substring(0, space < 0 ? AROUND : space) + " …";
    }
}
