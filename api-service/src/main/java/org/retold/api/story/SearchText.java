package org.retold.api.story;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as it is searched: without accents, elisions and case, so that {@code l’Élysée} and {@code elysee} meet.
 *
 * <p>Only Latin and Greek letters lose their marks: in Cyrillic they tell letters apart that stemming needs.
 */
public final class SearchText {

    private static final Pattern ELISION = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu|dell|nell|sull|all|un)'(?=\\p{L})");

    private SearchText() {}

    /** Folds a text or a query; quotation marks and hyphens stay, for they mean something in a query. */
    public static String fold(String text) {
        String lower = withoutMarks(text)
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replace('\u02bc', '\'');
        return ELISION.matcher(lower).replaceAll("");
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
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
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
