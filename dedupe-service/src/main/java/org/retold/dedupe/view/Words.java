package org.retold.dedupe.view;

import java.util.Arrays;
import java.util.List;

/**
 * The words of an article in order, each with its folded form, its place and its sentence. Paragraph -1 is the title.
 * Filled once by {@link #read}, then only read.
 */
final class Words {

    static final int CAPITAL = 1;
    static final int ALL_CAPITALS = 2;
    static final int FIRST = 4;
    static final int DIGITS = 8;
    static final int QUOTED = 16;
    static final int PERCENT = 32;
    static final int MONEY = 64;

    private static final int LONGEST_WORD = 40;

    private final Lexicon lexicon;
    char[] folded = new char[4096];
    int[] start = new int[700];
    int[] end = new int[700];
    int[] foldedStart = new int[701];
    int[] sentence = new int[700];
    int[] paragraph = new int[700];
    byte[] flags = new byte[700];
    int count;
    int sentences;

    private boolean sentenceOpen;
    private boolean quoting;
    private final int most;

    Words(Lexicon lexicon, int most) {
        this.lexicon = lexicon;
        this.most = most;
    }

    void read(String title, List<String> paragraphs) {
        read(title, -1);
        for (int i = 0; i < paragraphs.size() && count < most; i++) {
            read(paragraphs.get(i), i);
        }
    }

    private void read(String text, int index) {
        endSentence();
        quoting = false;
        int first = count;
        int length = text.length();
        int i = 0;
        while (i < length && count < most) {
            char c = text.charAt(i);
            if (starts(c)) {
                i = word(text, i, length, index);
            } else {
                i = between(text, i, length, c);
            }
        }
        shouting(first);
        endSentence();
    }

    private static boolean starts(char c) {
        return c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || digit(c) : Character.isLetterOrDigit(c);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private int word(String text, int from, int length, int index) {
        room();
        int at = foldedStart[count];
        int i = from;
        char first = text.charAt(from);
        boolean digits = digit(first);
        boolean capital = Character.isUpperCase(first);
        boolean lower = false;
        while (i < length && i - from < LONGEST_WORD) {
            char c = text.charAt(i);
            if (starts(c)) {
                if (digits && !digit(c) && i - from > 0 && capitalsAfterDigits(text, i, from)) {
                    break;
                }
                lower |= Character.isLowerCase(c);
                at = Fold.append(c, folded, at);
            } else if (Character.getType(c) == Character.NON_SPACING_MARK || c == '\u00ad' || c == '\u200b') {
                i++;
                continue;
            } else if ((c == '.' || c == ',') && digits && i + 1 < length && digit(text.charAt(i + 1))) {
                folded[at++] = c;
            } else {
                break;
            }
            i++;
        }
        if (at == foldedStart[count]) {
            return i;
        }
        int flag = quoting ? QUOTED : 0;
        if (!sentenceOpen) {
            flag |= FIRST;
            sentenceOpen = true;
        }
        if (digits) {
            flag |= DIGITS;
        } else if (capital) {
            flag |= CAPITAL | (!lower && i - from > 1 ? ALL_CAPITALS : 0);
        }
        start[count] = from;
        end[count] = i;
        paragraph[count] = index;
        sentence[count] = sentences;
        flags[count] = (byte) flag;
        count++;
        foldedStart[count] = at;
        return i;
    }

    /** "780M" is one word, "2024Reuters" would be two: only short suffixes stay with their digits. */
    private static boolean capitalsAfterDigits(String text, int i, int from) {
        int end = i;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end - i > 4 && digit(text.charAt(from));
    }

    private int between(String text, int i, int length, char c) {
        switch (c) {
            case '«', '“', '„' -> quoting = true;
            case '»', '”' -> quoting = false;
            case '"' -> quoting = !quoting;
            case '%', '‰' -> mark(PERCENT);
            case '€', '$', '£' -> mark(MONEY);
            case '\n' -> endSentence();
            case '.', '!', '?', '…' -> {
                if (sentenceOpen && endsSentence(text, i, length)) {
                    endSentence();
                }
            }
            default -> {}
        }
        return i + 1;
    }

    /** The sign belongs to the number before it. */
    private void mark(int flag) {
        if (count > 0) {
            flags[count - 1] |= (byte) flag;
        }
    }

    private boolean endsSentence(String text, int at, int length) {
        if (text.charAt(at) == '.' && abbreviated()) {
            return false;
        }
        int i = at + 1;
        boolean space = false;
        while (i < length) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f') {
                space = true;
            } else if (c == '"' || c == '»' || c == '”' || c == '«' || c == '“' || c == '„' || c == '.' || c == ')') {
                space |= c == '«' || c == '“' || c == '„';
            } else {
                return space && !Character.isLowerCase(c);
            }
            i++;
        }
        return true;
    }

    private boolean abbreviated() {
        int last = count - 1;
        if (last < 0 || (flags[last] & CAPITAL) == 0) {
            return false;
        }
        int letters = foldedStart[last + 1] - foldedStart[last];
        if (letters == 1) {
            return true;
        }
        int meaning = lexicon.meaning(folded, foldedStart[last], foldedStart[last + 1]);
        return Lexicon.is(meaning, Lexicon.Role.TITLE)
                || (Lexicon.is(meaning, Lexicon.Role.MONTH) && end[last] - start[last] <= 4);
    }

    private void endSentence() {
        if (sentenceOpen) {
            sentences++;
            sentenceOpen = false;
        }
    }

    /** In a heading where most words are capitals or begin with one, capitals say nothing. */
    private void shouting(int from) {
        int words = 0;
        int capitals = 0;
        int all = 0;
        for (int i = from; i < count; i++) {
            if ((flags[i] & DIGITS) == 0 && foldedStart[i + 1] - foldedStart[i] > 3) {
                words++;
                capitals += flags[i] & CAPITAL;
                all += (flags[i] & ALL_CAPITALS) >> 1;
            }
        }
        boolean headline = from == 0 && paragraph[0] == -1 && capitals * 10 > words * 7;
        if (words >= 2 && (all * 10 > words * 7 || headline)) {
            for (int i = from; i < count; i++) {
                flags[i] = (byte) ((flags[i] & ~(CAPITAL | ALL_CAPITALS)) | FIRST);
            }
        }
    }

    private void room() {
        if (count == start.length) {
            int more = count * 2;
            start = Arrays.copyOf(start, more);
            end = Arrays.copyOf(end, more);
            foldedStart = Arrays.copyOf(foldedStart, more + 1);
            sentence = Arrays.copyOf(sentence, more);
            paragraph = Arrays.copyOf(paragraph, more);
            flags = Arrays.copyOf(flags, more);
        }
        if (foldedStart[count] + LONGEST_WORD * 4 >= folded.length) {
            folded = Arrays.copyOf(folded, folded.length * 2);
        }
    }
}
