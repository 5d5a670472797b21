package org.retold.dedupe.view;

import java.util.Arrays;

/** Light stemming of folded words: frequent endings go, then what is left is cut, so that kindred words meet. */
final class Stem {

    private static final int LETTERS = 26;
    private static final int LONGEST = 7;
    private static final int SHORTEST = 4;

    private static final String[][] FRENCH = byLastLetter(
            "issements",
            "issement",
            "atrices",
            "ateurs",
            "ations",
            "atrice",
            "ateur",
            "ation",
            "ements",
            "ement",
            "aient",
            "euses",
            "antes",
            "erait",
            "eront",
            "ables",
            "euse",
            "ante",
            "ants",
            "ites",
            "able",
            "iste",
            "isme",
            "ance",
            "ence",
            "ives",
            "eurs",
            "ees",
            "ant",
            "ait",
            "ite",
            "eur",
            "eux",
            "ifs",
            "ive",
            "ent",
            "ons",
            "ont",
            "ee",
            "er",
            "ez",
            "es",
            "ir",
            "if",
            "aux",
            "al",
            "is",
            "it",
            "e",
            "s",
            "x",
            "a",
            "i");
    private static final String[][] ENGLISH = byLastLetter(
            "izations",
            "ization",
            "ations",
            "ments",
            "ation",
            "ness",
            "ings",
            "ment",
            "ions",
            "able",
            "ible",
            "ists",
            "ing",
            "ion",
            "ers",
            "ies",
            "ied",
            "ist",
            "ity",
            "ive",
            "ous",
            "ed",
            "er",
            "es",
            "ly",
            "al",
            "or",
            "s",
            "e",
            "y");
    private static final String[][] GERMAN = byLastLetter(
            "ungen", "heiten", "keiten", "ischen", "ische", "lichen", "liche", "isch", "lich", "ung", "heit", "keit",
            "eren", "ern", "ten", "tet", "en", "er", "em", "es", "te", "et", "st", "e", "n", "s", "t");
    private static final String[][] SPANISH = byLastLetter(
            "amientos",
            "amiento",
            "aciones",
            "adores",
            "acion",
            "mente",
            "iones",
            "adora",
            "ados",
            "adas",
            "idos",
            "idas",
            "ador",
            "aron",
            "ando",
            "ales",
            "ado",
            "ada",
            "ido",
            "ida",
            "aba",
            "ion",
            "ar",
            "er",
            "ir",
            "os",
            "as",
            "es",
            "al",
            "an",
            "en",
            "o",
            "a",
            "e",
            "s");
    private static final String[][] ITALIAN = byLastLetter(
            "amenti", "amento", "azioni", "azione", "mente", "atori", "atore", "ioni", "ione", "ando", "ati", "ate",
            "ato", "ata", "ito", "ita", "iti", "ite", "uto", "ava", "are", "ere", "ire", "ale", "ali", "i", "o", "a",
            "e");
    private static final String[][] OTHER = byLastLetter("en", "er", "es", "e", "s", "n");

    private Stem() {}

    /** @return where the stem of the folded word ends */
    static int end(char[] text, int from, int to, Tongue tongue) {
        int last = text[to - 1] - 'a';
        if (to - from <= SHORTEST || last < 0 || last >= LETTERS) {
            return Math.min(to, from + LONGEST);
        }
        String[][] endings = switch (tongue) {
            case FR -> FRENCH;
            case EN -> ENGLISH;
            case DE -> GERMAN;
            case ES -> SPANISH;
            case IT -> ITALIAN;
            case OTHER -> OTHER;
        };
        for (String ending : endings[last]) {
            int start = to - ending.length();
            if (start - from >= SHORTEST && matches(text, start, ending)) {
                return Math.min(start, from + LONGEST);
            }
        }
        return Math.min(to, from + LONGEST);
    }

    /** A word is compared only with the endings that have its last letter. */
    private static String[][] byLastLetter(String... endings) {
        String[][] byLetter = new String[LETTERS][];
        for (int letter = 0; letter < LETTERS; letter++) {
            char last = (char) ('a' + letter);
            byLetter[letter] = Arrays.stream(endings)
                    .filter(ending -> ending.charAt(ending.length() - 1) == last)
                    .toArray(String[]::new);
        }
        return byLetter;
    }

    private static boolean matches(char[] text, int start, String ending) {
        for (int i = 0; i < ending.length(); i++) {
            if (text[start + i] != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
