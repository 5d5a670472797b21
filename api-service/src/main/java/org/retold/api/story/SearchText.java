package org.retold.api.story;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Text as it is searched: without accents, elisions and case, so that {@code l’Élysée} and {@code elysee} meet.
 *
 * <p>Only Latin and Greek letters lose their marks: in Cyrillic they tell letters apart that stemming needs.
 */
public final class SearchText {

    /** What French and Italian put before an apostrophe. */
    private static final Set<String> ELIDED = Set.of(
            "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quelqu", "dell", "nell", "sull",
            "all", "un");

    /** The first mark that stands on the letter before it. */
    private static final char FIRST_MARK = '\u0300';

    private static final char FIRST_ABOVE_ASCII = '\u0080';

    private SearchText() {}

    /** Folds a text or a query; quotation marks and hyphens stay, for they mean something in a query. */
    public static String fold(String text) {
        String lower = withoutMarks(text)
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replace('\u02bc', '\'');
        return withoutElisions(lower);
    }

    private static String withoutElisions(String text) {
        int apostrophe = text.indexOf('\'');
        if (apostrophe < 0) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        int from = 0;
        for (; apostrophe >= 0; apostrophe = text.indexOf('\'', apostrophe + 1)) {
            int end = apostrophe + 1;
            int start = startOfWord(text, apostrophe);
            if (ELIDED.contains(text.substring(start, apostrophe))
                    && end < text.length()
                    && Character.isLetter(text.codePointAt(end))) {
                kept.append(text, from, start);
                from = end;
            }
        }
        return kept.append(text, from, text.length()).toString();
    }

    /** Of the letters and digits before a place. */
    private static int startOfWord(String text, int end) {
        int start = end;
        while (start > 0) {
            int before = text.codePointBefore(start);
            if (!Character.isLetter(before) && !isNumber(before)) {
                break;
            }
            start -= Character.charCount(before);
        }
        return start;
    }

    private static boolean isNumber(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** Folds a name to what tells it from others: {@code Le Monde} and {@code LE  MONDE} are one. */
    public static String foldName(String name) {
        String folded = withoutMarks(name).toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
        return folded.substring(0, Math.min(folded.length(), 200));
    }

    private static String withoutMarks(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        boolean strip = false;
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (c >= FIRST_MARK && Character.getType(c) == Character.NON_SPACING_MARK) {
                if (!strip) {
                    folded.append(c);
                }
            } else if (c == '\0') {
                folded.append(' ');
            } else {
                strip = losesMarks(c);
                appendBase(folded, c);
            }
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static boolean losesMarks(char c) {
        if (c < FIRST_ABOVE_ASCII) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.LATIN || script == Character.UnicodeScript.GREEK;
    }

    private static void appendBase(StringBuilder folded, char c) {
        switch (c) {
            case 'œ', 'Œ' -> folded.append("oe");
            case 'æ', 'Æ' -> folded.append("ae");
            case 'ø', 'Ø' -> folded.append('o');
            case 'ß' -> folded.append("ss");
            case 'ł', 'Ł' -> folded.append('l');
            case 'đ', 'Đ' -> folded.append('d');
            case 'ı' -> folded.append('i');
            default -> folded.append(c);
        }
    }
}
