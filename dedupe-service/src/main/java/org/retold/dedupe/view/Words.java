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
    private static final int LONGEST_SUFFIX = 4;

    /** Characters after a full stop that are looked at: dots without end must not cost their square. */
    private static final int FARTHEST_AHEAD = 40;

    private final Lexicon lexicon;
    char[] folded = new char[4096];
    int[] start = new int[700];
    int[] end = new int[700];
    int[] foldedStart = new int[701];
    int[] hash = new int[700];
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

    private void read(String paragraphText, int index) {
        endSentence();
        quoting = false;
        char[] text = paragraphText.toCharArray();
        int first = count;
        int i = 0;
        while (i < text.length && count < most) {
            char c = text[i];
            if (c == ' ') {
                i++;
            } else if (Fold.isOfWord(c)) {
                i = word(text, i, index);
            } else {
                between(text, i, c);
                i++;
            }
        }
        shouting(first);
        endSentence();
    }

    private int word(char[] text, int from, int index) {
        room();
        int at = foldedStart[count];
        int hashed = Hash.START;
        int i = from;
        boolean digits = Fold.isDigit(text[from]);
        int limit = Math.min(text.length, from + LONGEST_WORD);
        if (!digits) {
            // Almost every word is letters of the table from its beginning to its end.
            for (char letter = Fold.letter(text[i]); letter != 0; letter = i < limit ? Fold.letter(text[i]) : 0) {
                folded[at++] = letter;
                hashed = Hash.step(hashed, letter);
                i++;
            }
        }
        while (i < limit) {
            char c = text[i];
            char letter = Fold.letter(c);
            if (letter != 0 || Fold.isOfWord(c)) {
                if (digits && !Fold.isDigit(c) && longSuffix(text, i)) {
                    break;
                }
                if (letter != 0) {
                    folded[at++] = letter;
                    hashed = Hash.step(hashed, letter);
                } else {
                    int end = Fold.append(c, folded, at);
                    while (at < end) {
                        hashed = Hash.step(hashed, folded[at++]);
                    }
                }
            } else if (digits && (c == '.' || c == ',') && i + 1 < text.length && Fold.isDigit(text[i + 1])) {
                folded[at++] = c;
                hashed = Hash.step(hashed, c);
            } else if (!isInvisible(c)) {
                break;
            }
            i++;
        }
        if (at == foldedStart[count]) {
            return i;
        }
        flags[count] = (byte) (flags(text, from, i) | (quoting ? QUOTED : 0) | (sentenceOpen ? 0 : FIRST));
        sentenceOpen = true;
        start[count] = from;
        end[count] = i;
        paragraph[count] = index;
        sentence[count] = sentences;
        hash[count] = Hash.mixed(hashed);
        count++;
        foldedStart[count] = at;
        return i;
    }

    /** What the lexicon knows of each word. */
    int[] meanings() {
        int[] meanings = new int[count];
        for (int i = 0; i < count; i++) {
            meanings[i] = lexicon.meaning(hash[i]);
        }
        return meanings;
    }

    /** Accents of their own, soft hyphens and spaces without width are no part of a word and end none. */
    private static boolean isInvisible(char c) {
        return c == '\u00ad' || c == '\u200b' || (c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK);
    }

    private static int flags(char[] text, int from, int to) {
        if (Fold.isDigit(text[from])) {
            return DIGITS;
        }
        if (!Fold.isUpperCase(text[from])) {
            return 0;
        }
        for (int i = from; i < to; i++) {
            if (Character.isLowerCase(text[i])) {
                return CAPITAL;
            }
        }
        return to - from > 1 ? CAPITAL | ALL_CAPITALS : CAPITAL;
    }

    /** "780M" is one word, "2024Reuters" would be two: only short suffixes stay with their digits. */
    private static boolean longSuffix(char[] text, int from) {
        int end = from;
        while (end < text.length && end - from <= LONGEST_SUFFIX && Character.isLetter(text[end])) {
            end++;
        }
        return end - from > LONGEST_SUFFIX;
    }

    private void between(char[] text, int at, char c) {
        switch (c) {
            case '«', '“', '„' -> quoting = true;
            case '»', '”' -> quoting = false;
            case '"' -> quoting = !quoting;
            case '%', '‰' -> mark(PERCENT);
            case '€', '$', '£' -> mark(MONEY);
            case '\n', '。', '！', '？' -> endSentence();
            case '.', '!', '?', '…', '؟', '۔', '।' -> {
                if (sentenceOpen && endsSentence(text, at)) {
                    endSentence();
                }
            }
            default -> {}
        }
    }

    /** The sign belongs to the number before it. */
    private void mark(int flag) {
        if (count > 0) {
            flags[count - 1] |= (byte) flag;
        }
    }

    private boolean endsSentence(char[] text, int at) {
        if (text[at] == '.' && abbreviated()) {
            return false;
        }
        boolean space = false;
        int limit = Math.min(text.length, at + FARTHEST_AHEAD);
        for (int i = at + 1; i < limit; i++) {
            char c = text[i];
            if (Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f') {
                space = true;
            } else if (c == '"' || c == '»' || c == '”' || c == '«' || c == '“' || c == '„' || c == '.' || c == ')') {
                space |= c == '«' || c == '“' || c == '„';
            } else {
                return space && !Character.isLowerCase(c);
            }
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
        int meaning = lexicon.meaning(hash[last]);
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
            hash = Arrays.copyOf(hash, more);
            sentence = Arrays.copyOf(sentence, more);
            paragraph = Arrays.copyOf(paragraph, more);
            flags = Arrays.copyOf(flags, more);
        }
        if (foldedStart[count] + LONGEST_WORD * 4 >= folded.length) {
            folded = Arrays.copyOf(folded, folded.length * 2);
        }
    }
}
