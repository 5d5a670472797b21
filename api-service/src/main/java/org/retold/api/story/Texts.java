package org.retold.api.story;

import java.util.ArrayList;
import java.util.List;
import org.retold.contract.Article;

/** How much of an article's text is shown. */
public enum Texts {
    /** All of it. */
    FULL,
    /** Its first {@value #EXCERPT_CHARACTERS} characters, up to the end of a word. */
    EXCERPT;

    private static final int EXCERPT_CHARACTERS = 300;

    /** What is shown of these paragraphs. */
    public List<String> shown(List<String> paragraphs) {
        return switch (this) {
            case FULL -> paragraphs;
            case EXCERPT -> beginning(paragraphs);
        };
    }

    /** The article with what is shown of its text. */
    public Article shown(Article article) {
        return new Article(
                article.id(),
                article.revision(),
                article.completeness(),
                article.url(),
                article.externalId(),
                article.feedUrl(),
                article.publisher(),
                article.title(),
                shown(article.paragraphs()),
                article.published(),
                article.language(),
                article.authors(),
                article.subjects(),
                article.credits(),
                article.fetched());
    }

    private static List<String> beginning(List<String> paragraphs) {
        List<String> shown = new ArrayList<>();
        int left = EXCERPT_CHARACTERS;
        for (String paragraph : paragraphs) {
            if (paragraph.length() > left) {
                String cut = cut(paragraph, left);
                if (!cut.isEmpty()) {
                    shown.add(cut);
                }
                break;
            }
            shown.add(paragraph);
            left -= paragraph.length();
        }
        return shown;
    }

    /** Up to the end of a word; a word that is longer than all there is room for is cut. */
    private static String cut(String paragraph, int length) {
        int end = length;
        while (end > 0 && !Character.isWhitespace(paragraph.charAt(end))) {
            end--;
        }
        if (end == 0 && length == EXCERPT_CHARACTERS) {
            end = Character.isHighSurrogate(paragraph.charAt(length - 1)) ? length - 1 : length;
        }
        return paragraph.substring(0, end).stripTrailing();
    }
}
