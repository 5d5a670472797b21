package org.retold.normalize.article;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** A text reduced to what it says: a feed and a page of the same article fold to the same. */
final class FoldedText {

    private FoldedText() {}

    /** Letters and digits in lower case, words parted by one space; quotes, dashes, spaces and line ends do not count. */
    static String of(String title, List<String> paragraphs) {
        StringBuilder folded = new StringBuilder();
        fold(title, folded);
        for (String paragraph : paragraphs) {
            fold(paragraph, folded);
        }
        return folded.toString();
    }

    private static void fold(String text, StringBuilder folded) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        composed.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                folded.appendCodePoint(c);
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        });
        if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
            folded.append(' ');
        }
    }
}
