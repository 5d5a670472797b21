package org.retold.dedupe.view;

/**
 * What is left of a name in every spelling: Ouchakov, Ushakov and Uschakow are one. Digraphs become one sound, doubled
 * letters one, vowels after the first letter go; of a short name the first vowel stays, lest Turkey is a track.
 */
final class Skeleton {

    private Skeleton() {}

    /**
     * Writes the skeleton of a folded word over a scratch buffer.
     *
     * @param out at least twice as long as the word
     * @return its length
     */
    static int of(char[] word, int from, int to, char[] out) {
        int end = to;
        while (end - from > 4 && word[end - 1] == 's') {
            end--;
        }
        int n = sounds(word, from, end, out);
        if (n <= 3) {
            return n;
        }
        int tail = n;
        while (tail > 2 && vowel(out[tail - 1])) {
            tail--;
        }
        int kept = 1;
        char vowel = vowel(out[1]) ? out[1] : 0;
        for (int i = 1; i < tail; i++) {
            if (!vowel(out[i]) && out[i] != 'h') {
                out[kept++] = out[i];
            }
        }
        if (kept < 3) {
            return shortName(word, from, end, out);
        }
        if (kept == 3 && vowel != 0) {
            out[3] = out[2];
            out[2] = out[1];
            out[1] = vowel;
            return 4;
        }
        return kept;
    }

    /** A name of two consonants would meet too many others: its inner vowels stay. */
    private static int shortName(char[] word, int from, int end, char[] out) {
        int n = sounds(word, from, end, out);
        while (n > 3 && vowel(out[n - 1])) {
            n--;
        }
        return n;
    }

    /** Letters to sounds, without doubles. */
    private static int sounds(char[] word, int from, int to, char[] out) {
        int n = 0;
        int i = from;
        while (i < to) {
            char c = word[i];
            char next = i + 1 < to ? word[i + 1] : 0;
            char third = i + 2 < to ? word[i + 2] : 0;
            int taken = 1;
            char sound = c;
            char second = 0;
            switch (c) {
                case 't' -> {
                    if (next == 's' && third == 'c' && i + 3 < to && word[i + 3] == 'h') {
                        sound = 'k';
                        taken = 4;
                    } else if (next == 'c' && third == 'h') {
                        sound = 'k';
                        taken = 3;
                    } else if (next == 'h') {
                        taken = 2;
                    }
                }
                case 's' -> {
                    if (next == 'c' && third == 'h') {
                        taken = 3;
                    } else if (next == 'h') {
                        taken = 2;
                    }
                }
                case 'c' -> {
                    if (next == 'h') {
                        sound = 's';
                        taken = 2;
                    } else {
                        sound = 'k';
                        taken = next == 'k' ? 2 : 1;
                    }
                }
                case 'k' -> {
                    if (next == 'h') {
                        sound = 'h';
                        taken = 2;
                    }
                }
                case 'z' -> {
                    if (next == 'h') {
                        sound = 'i';
                        taken = 2;
                    }
                }
                case 'd' -> {
                    if (next == 'j') {
                        sound = 'i';
                        taken = 2;
                    } else if (next == 'z' && third == 'h') {
                        sound = 'i';
                        taken = 3;
                    }
                }
                case 'g' -> {
                    if (next == 'u' && (third == 'e' || third == 'i')) {
                        taken = 2;
                    }
                }
                case 'p' -> {
                    if (next == 'h') {
                        sound = 'f';
                        taken = 2;
                    }
                }
                case 'q' -> {
                    sound = 'k';
                    taken = next == 'u' ? 2 : 1;
                }
                case 'o' -> {
                    if (next == 'u' || next == 'o') {
                        sound = 'u';
                        taken = 2;
                    }
                }
                case 'x' -> {
                    sound = 'k';
                    second = 's';
                }
                case 'w' -> sound = 'v';
                case 'y', 'j' -> sound = 'i';
                default -> {}
            }
            if (n == 0 || out[n - 1] != sound) {
                out[n++] = sound;
            }
            if (second != 0) {
                out[n++] = second;
            }
            i += taken;
        }
        return n;
    }

    private static boolean vowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
    }
}
