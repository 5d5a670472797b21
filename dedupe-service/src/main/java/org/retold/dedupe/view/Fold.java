package org.retold.dedupe.view;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Folds letters to lower-case ASCII where that is possible: accents go, Cyrillic and Greek are transliterated. Other
 * scripts stay as they are, but for their digits. Independent of the default locale.
 */
final class Fold {

    private static final int TABLE = 0x600;
    private static final @Nullable String[] FOLDED = new String[TABLE];
    private static final char[] ONE_LETTER = new char[TABLE];

    private static final String CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў";
    private static final String[] LATIN_OF_CYRILLIC = ("a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch"
                    + " _ y _ e yu ya i i e g u")
            .split(" ", -1);
    private static final String GREEK = "αβγδεζηθικλμνξοπρςστυφχψω";
    private static final String[] LATIN_OF_GREEK =
            "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(" ", -1);

    static {
        for (int c = 0; c < TABLE; c++) {
            if (Character.isLetterOrDigit(c)) {
                FOLDED[c] = decomposed((char) c);
            }
        }
        String[] special = {"ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i"
        };
        for (int i = 0; i < special.length; i += 2) {
            put(special[i].charAt(0), special[i + 1]);
        }
        for (int i = 0; i < CYRILLIC.length(); i++) {
            put(CYRILLIC.charAt(i), LATIN_OF_CYRILLIC[i].equals("_") ? "" : LATIN_OF_CYRILLIC[i]);
        }
        for (int i = 0; i < GREEK.length(); i++) {
            put(GREEK.charAt(i), LATIN_OF_GREEK[i]);
        }
        for (int c = 0; c < TABLE; c++) {
            String folded = FOLDED[c];
            ONE_LETTER[c] = folded != null && folded.length() == 1 ? folded.charAt(0) : 0;
        }
    }

    private Fold() {}

    private static void put(char lower, String folded) {
        FOLDED[lower] = folded;
        char upper = Character.toUpperCase(lower);
        if (upper < TABLE && upper != lower && upper > 0x7f) {
            FOLDED[upper] = folded;
        }
    }

    private static String decomposed(char c) {
        String parts = Normalizer.normalize(String.valueOf(Character.toLowerCase(c)), Normalizer.Form.NFKD);
        StringBuilder kept = new StringBuilder(2);
        for (int i = 0; i < parts.length(); i++) {
            if (Character.isLetterOrDigit(parts.charAt(i))) {
                kept.append(parts.charAt(i));
            }
        }
        return kept.toString();
    }

    /** Whether words are made of such characters: letters and digits. */
    static boolean isOfWord(char c) {
        return c < TABLE ? FOLDED[c] != null : Character.isLetterOrDigit(c);
    }

    /** Whether it is a digit, of whatever script. */
    static boolean isDigit(char c) {
        return c < 0x80 ? c >= '0' && c <= '9' : c >= TABLE && Character.isDigit(c);
    }

    /** The folded character where it is one that the table has, as almost all are; otherwise 0. */
    static char letter(char c) {
        return c < TABLE ? ONE_LETTER[c] : 0;
    }

    static boolean isUpperCase(char c) {
        return c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    /**
     * Appends the folded character.
     *
     * @return the new length of {@code out}, which has room for four more
     */
    static int append(char c, char[] out, int length) {
        if (c < 0x80) {
            out[length] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            return length + 1;
        }
        if (c < TABLE) {
            String folded = FOLDED[c];
            if (folded == null) {
                return length;
            }
            for (int i = 0; i < folded.length(); i++) {
                out[length++] = folded.charAt(i);
            }
            return length;
        }
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return length;
        }
        out[length] = isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : Character.toLowerCase(c);
        return length + 1;
    }

    static String of(CharSequence text) {
        char[] out = new char[text.length() * 4];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            length = append(text.charAt(i), out, length);
        }
        return new String(out, 0, length);
    }
}
