package org.retold.dedupe.view;

import org.retold.dedupe.view.Lexicon.Role;

/**
 * Reads the numbers of a text, in digits and in words: "18 %", "3,2 milliards", "3.2 billion", "quatre-vingt-dix",
 * "einundzwanzig", "un cinquième" (20, a percentage).
 */
final class Numbers {

    private final Words words;
    private final int[] meanings;
    private final Lexicon lexicon;
    private final boolean decimalPoint;

    /** What {@link #read} found. */
    double value;

    /** How many words it took. */
    int taken;

    /** Whether it is a share of a hundred. */
    boolean percent;

    /** Whether its thousands were set apart: then it is no year. */
    boolean grouped;

    /** @param meanings of the words, in the lexicon */
    Numbers(Words words, int[] meanings, Lexicon lexicon, Tongue tongue) {
        this.words = words;
        this.meanings = meanings;
        this.lexicon = lexicon;
        decimalPoint = tongue.decimalPoint();
    }

    /** @return whether a number begins at the word */
    boolean read(int at) {
        percent = false;
        grouped = false;
        boolean found = (words.flags[at] & Words.DIGITS) != 0 ? digits(at) : spelled(at);
        if (found) {
            share(at + taken - 1);
        }
        return found;
    }

    private int meaning(int at) {
        return at < words.count ? meanings[at] : IntTable.ABSENT;
    }

    private boolean sameSentence(int at, int next) {
        return next < words.count
                && words.sentence[next] == words.sentence[at]
                && words.start[next] - words.end[next - 1] <= 2;
    }

    private boolean digits(int at) {
        int from = words.foldedStart[at];
        int to = words.foldedStart[at + 1];
        int end = from;
        while (end < to && (digit(words.folded[end]) || words.folded[end] == '.' || words.folded[end] == ',')) {
            end++;
        }
        if (end - from > 15) {
            return false;
        }
        value = parse(from, end);
        taken = 1;
        if (end < to) {
            value *= suffix(end, to);
            return true;
        }
        while (sameSentence(at, at + taken) && grouped(at, at + taken, taken == 1 ? end - from : 3)) {
            value = value * 1000 + parse(words.foldedStart[at + taken], words.foldedStart[at + taken + 1]);
            taken++;
            grouped = true;
        }
        magnitude(at);
        return true;
    }

    /** "110 000": three more digits after one blank. */
    private boolean grouped(int at, int next, int before) {
        if (before > 3
                || (words.flags[next] & Words.DIGITS) == 0
                || words.paragraph[next] != words.paragraph[at]
                || words.start[next] - words.end[next - 1] != 1
                || words.foldedStart[next + 1] - words.foldedStart[next] != 3) {
            return false;
        }
        for (int i = words.foldedStart[next]; i < words.foldedStart[next + 1]; i++) {
            if (words.folded[i] < '0' || words.folded[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private double parse(int from, int to) {
        double whole = 0;
        double unit = 1;
        boolean fraction = false;
        for (int i = from; i < to; i++) {
            char c = words.folded[i];
            if (c == '.' || c == ',') {
                boolean three = i + 4 <= to && (i + 4 == to || !digit(words.folded[i + 4]));
                boolean groups = (three && i - from <= 3) || (i > from + 3 && !fraction);
                boolean decimal = (c == '.') == decimalPoint;
                fraction = decimal || !groups;
                grouped |= !fraction;
            } else if (fraction) {
                unit /= 10;
                whole += (c - '0') * unit;
            } else {
                whole = whole * 10 + (c - '0');
            }
        }
        return whole;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** "780m", "1.9bn", "25e": only magnitudes count. */
    private double suffix(int from, int to) {
        char c = words.folded[from];
        if (to - from == 1) {
            return c == 'm' ? 1e6 : c == 'k' ? 1e3 : 1;
        }
        int meaning = lexicon.meaning(words.folded, from, to);
        return Lexicon.is(meaning, Role.SCALE) ? Math.pow(10, Lexicon.value(meaning)) : 1;
    }

    private void magnitude(int at) {
        while (sameSentence(at, at + taken)) {
            int next = at + taken;
            int meaning = meaning(next);
            if (Lexicon.is(meaning, Role.SCALE)) {
                value *= Math.pow(10, Lexicon.value(meaning));
            } else if (Lexicon.is(meaning, Role.THOUSAND)) {
                value *= 1000;
            } else if (words.foldedStart[next + 1] - words.foldedStart[next] == 1
                    && words.folded[words.foldedStart[next]] == 'm'
                    && (words.flags[next] & Words.MONEY) != 0) {
                value *= 1e6;
            } else {
                return;
            }
            taken++;
        }
    }

    private boolean spelled(int at) {
        int meaning = meaning(at);
        if (meaning == IntTable.ABSENT) {
            return false;
        }
        double total = 0;
        double current = 0;
        int i = at;
        int last = -1;
        boolean open = true;
        while (open && (i == at || sameSentence(at, i))) {
            meaning = meaning(i);
            if (meaning == IntTable.ABSENT) {
                break;
            }
            Role role = Lexicon.role(meaning);
            int number = Lexicon.value(meaning);
            switch (role) {
                case UNIT -> {
                    boolean follows = last < 0
                            || last == 100
                            || (last >= 20 && number < 20)
                            || (last == 10 && number >= 7 && number < 10);
                    if (!follows) {
                        open = false;
                    } else {
                        current += number;
                        last = number;
                    }
                }
                case TENS -> {
                    if (last >= 0 && last != 100) {
                        open = false;
                    } else {
                        current += number;
                        last = number;
                    }
                }
                case SCORE -> {
                    current = last == 4 ? current - 4 + 80 : current + 20;
                    last = 20;
                }
                case HUNDRED -> {
                    current = Math.max(1, current) * 100;
                    last = 100;
                }
                case THOUSAND -> {
                    total += Math.max(1, current) * 1000;
                    current = 0;
                    last = -1;
                }
                case SCALE -> {
                    total = (total + (current == 0 && total > 0 ? 0 : Math.max(1, current))) * Math.pow(10, number);
                    current = 0;
                    last = -1;
                }
                case FRACTION -> {
                    if (i == at || total > 0 || current > 9 || (current < 2 && !partOf(at, i + 1))) {
                        open = false;
                    } else {
                        value = Math.max(1, current) / number * 100;
                        percent = true;
                        taken = i - at + 1;
                        return true;
                    }
                }
                case AND -> {
                    int after = meaning(i + 1);
                    if (last < 20 || !sameSentence(at, i + 1) || !Lexicon.is(after, Role.UNIT)) {
                        open = false;
                    }
                }
                case PERCENT, MONTH, WEEKDAY, TITLE -> open = false;
            }
            if (open) {
                i++;
            }
        }
        value = total + current;
        taken = i - at;
        return taken > 0 && value > 1;
    }

    /** "a fifth of", "un cinquième du", "ein Fünftel der": without it, a single one may be an ordinal. */
    private boolean partOf(int at, int next) {
        if (!sameSentence(at, next)) {
            return false;
        }
        int from = words.foldedStart[next];
        int letters = words.foldedStart[next + 1] - from;
        return (letters <= 5 && words.folded[from] == 'd') || is(next, "of") || letters == 1;
    }

    /** "18 %", "18 pour cent", "por ciento", "per cento", "Prozent". */
    private void share(int last) {
        if ((words.flags[last] & Words.PERCENT) != 0) {
            percent = true;
            return;
        }
        if (!sameSentence(last, last + 1)) {
            return;
        }
        if (Lexicon.is(meaning(last + 1), Role.PERCENT)) {
            percent = true;
            taken++;
        } else if (sameSentence(last, last + 2) && hundredth(last + 1)) {
            percent = true;
            taken += 2;
        }
    }

    private boolean hundredth(int at) {
        return (is(at, "pour") && is(at + 1, "cent"))
                || (is(at, "per") && (is(at + 1, "cent") || is(at + 1, "cento")))
                || (is(at, "por") && is(at + 1, "ciento"));
    }

    private boolean is(int at, String word) {
        int from = words.foldedStart[at];
        if (words.foldedStart[at + 1] - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (words.folded[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
