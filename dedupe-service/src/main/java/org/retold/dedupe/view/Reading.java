package org.retold.dedupe.view;

import java.util.Arrays;
import java.util.List;
import org.retold.dedupe.view.Lexicon.Role;

/** One article being read: its words become terms, its terms a view. Used once. */
final class Reading {

    private static final float LEAST_WEIGHT = 1.2f;
    private static final int COGNATE_LETTERS = 6;
    private static final int COGNATE_SOUNDS = 4;
    private static final int CAPITAL = 1;
    private static final int SMALL = 2;
    private static final int RECENT = 512;
    private static final int DPA = Hash.of("dpa", 0);

    private final String title;
    private final List<String> paragraphs;
    private final Tongue tongue;
    private final Rarity rarity;
    private final Concepts concepts;
    private final Words words;
    private final int[] meanings;
    private final Numbers numbers;
    private final char[] scratch = new char[256];

    /** How words are written where no sentence begins: {@link #CAPITAL}, {@link #SMALL} or both, by hash. */
    private final IntTable written;

    /** Words that were stemmed and weighed, each where its hash says, until another comes there: half of a text repeats. */
    private final int[] recent = new int[RECENT];

    private final int[] stems = new int[RECENT];
    private final float[] weights = new float[RECENT];

    final TermList terms = new TermList();
    int agencies;

    Reading(String title, List<String> paragraphs, Tongue tongue) {
        this.title = title;
        this.paragraphs = paragraphs;
        this.tongue = tongue;
        rarity = Rarity.of(tongue);
        Lexicon lexicon = Lexicon.of(tongue);
        concepts = Concepts.of(tongue);
        words = new Words(lexicon, Views.MOST_WORDS);
        words.read(title, paragraphs);
        meanings = words.meanings();
        numbers = new Numbers(words, meanings, lexicon, tongue);
        written = new IntTable(words.count / 2);
    }

    int words() {
        return words.count;
    }

    Words text() {
        return words;
    }

    void read() {
        for (int i = 0; i < words.count; i++) {
            agencies |= agency(i);
            int flags = words.flags[i];
            if ((flags & Words.CAPITAL) == 0) {
                write(words.hash[i], SMALL);
            } else if ((flags & Words.FIRST) == 0) {
                write(words.hash[i], CAPITAL);
            }
        }
        int i = 0;
        while (i < words.count) {
            i += term(i, words.hash[i]);
        }
        terms.endSentence();
    }

    private void write(int word, int how) {
        int known = Math.max(0, written.get(word));
        if ((known & how) == 0) {
            written.put(word, known | how);
        }
    }

    private boolean isWritten(int word, int how) {
        return (Math.max(0, written.get(word)) & how) != 0;
    }

    /** "dpa" writes itself small; other agencies are not looked for among small words. */
    private int agency(int at) {
        int hash = words.hash[at];
        if ((words.flags[at] & Words.CAPITAL) == 0) {
            return hash == DPA ? Agencies.bit(DPA) : 0;
        }
        int bit = Agencies.bit(hash);
        return bit == 0 && at > 0 ? Agencies.pair(words.hash[at - 1], hash) : bit;
    }

    private int letters(int at) {
        return words.foldedStart[at + 1] - words.foldedStart[at];
    }

    /** @return how many words were used */
    private int term(int at, int hash) {
        terms.at(words.sentence[at], (words.flags[at] & Words.QUOTED) != 0);
        int date = date(at);
        if (date > 0) {
            return date;
        }
        if (numbers.read(at)) {
            number(at);
            return numbers.taken;
        }
        if ((words.flags[at] & Words.DIGITS) != 0 || letters(at) < 2) {
            return 1;
        }
        if (name(at, hash)) {
            float weight = rarity.name(hash);
            int length = Skeleton.of(words.folded, words.foldedStart[at], words.foldedStart[at + 1], scratch);
            if (weight >= LEAST_WEIGHT && length > 1) {
                int name = Hash.of(scratch, 0, length, Kind.NAME.code());
                if (terms.add(name, Kind.NAME, weight, at, at + 1)) {
                    terms.isAkinTo(concepts.code(stem(at)));
                }
            }
            return 1;
        }
        word(at);
        return 1;
    }

    private void word(int at) {
        int from = words.foldedStart[at];
        int to = words.foldedStart[at + 1];
        int place = words.hash[at] & (RECENT - 1);
        if (recent[place] != words.hash[at]) {
            recent[place] = words.hash[at];
            stems[place] = stem(at);
            weights[place] = rarity.word(stems[place], to - from);
        }
        float weight = weights[place];
        if (weight < LEAST_WEIGHT) {
            return;
        }
        int stem = stems[place];
        if (terms.add(stem, Kind.WORD, weight, at, at + 1)) {
            int concept = concepts.code(stem);
            terms.isAkinTo(concept == 0 ? cognate(from, to) : concept);
        }
    }

    private int stem(int at) {
        int from = words.foldedStart[at];
        int end = Stem.end(words.folded, from, words.foldedStart[at + 1], tongue);
        return Hash.of(words.folded, from, end, Kind.WORD.code());
    }

    /** How a long word sounds at its beginning, or 0. */
    private int cognate(int from, int to) {
        if (to - from < COGNATE_LETTERS) {
            return 0;
        }
        int length = Skeleton.of(words.folded, from, to, scratch);
        return length < 3 ? 0 : Hash.of(scratch, 0, Math.min(length, COGNATE_SOUNDS), 9) & ~Concepts.CONCEPT;
    }

    private boolean name(int at, int hash) {
        int flags = words.flags[at];
        if (letters(at) < 2) {
            return false;
        }
        if ((flags & Words.FIRST) != 0) {
            return (isWritten(hash, CAPITAL) || beginsName(at, hash)) && properName(hash, letters(at));
        }
        return (flags & Words.CAPITAL) != 0 && properName(hash, letters(at));
    }

    /** At the beginning of a sentence only an unknown word before another capital is certainly a name. */
    private boolean beginsName(int at, int hash) {
        return (words.flags[at] & Words.CAPITAL) != 0
                && at + 1 < words.count
                && words.sentence[at + 1] == words.sentence[at]
                && (words.flags[at + 1] & Words.CAPITAL) != 0
                && !rarity.knows(hash);
    }

    private boolean properName(int hash, int letters) {
        if (isWritten(hash, SMALL) || (rarity.name(hash) < 3 && rarity.knows(hash))) {
            return false;
        }
        return tongue != Tongue.DE
                || !rarity.knows(hash)
                || Rarity.of(Tongue.EN).knows(hash)
                || letters <= 3;
    }

    private void number(int at) {
        double value = numbers.value;
        number(value, NumberWeight.of(value, numbers.percent, numbers.grouped), at);
        double share = numbers.percent ? NumberWeight.simpleShare(value) : 0;
        if (share > 0) {
            number(share, NumberWeight.ABOUT, at);
        }
    }

    private void number(double value, float weight, int at) {
        if (weight >= LEAST_WEIGHT) {
            int end = at + numbers.taken;
            terms.add(Hash.of(NumberWeight.key(value), Kind.NUMBER.code()), Kind.NUMBER, weight, at, end);
        }
    }

    /** "12 septembre", "Sept. 12", "12 de septiembre", "12. September", a month, a weekday. */
    private int date(int at) {
        int meaning = meanings[at];
        if (Lexicon.is(meaning, Role.MONTH)) {
            int day = at + 1 < words.count && words.sentence[at] == words.sentence[at + 1] ? day(at + 1) : 0;
            if (tongue == Tongue.EN && day > 0) {
                date(Lexicon.value(meaning), day, at, at + 2);
                return 2;
            }
            boolean certain = tongue != Tongue.EN || (words.flags[at] & Words.CAPITAL) != 0;
            if (certain) {
                date(Lexicon.value(meaning), 0, at, at + 1);
            }
            return 1;
        }
        if (Lexicon.is(meaning, Role.WEEKDAY)) {
            return 1;
        }
        int day = day(at);
        if (day == 0) {
            return 0;
        }
        int next = at + 1;
        if (next < words.count && letters(next) == 2 && (tongue == Tongue.ES || tongue == Tongue.EN)) {
            next++;
        }
        if (next >= words.count || (words.sentence[next] != words.sentence[at] && tongue != Tongue.DE)) {
            return 0;
        }
        meaning = meanings[next];
        if (!Lexicon.is(meaning, Role.MONTH)) {
            return 0;
        }
        date(Lexicon.value(meaning), day, at, next + 1);
        return next + 1 - at;
    }

    private void date(int month, int day, int from, int to) {
        float weight = day == 0 ? LEAST_WEIGHT : 4;
        terms.add(Hash.of(month * 32L + day, Kind.DATE.code()), Kind.DATE, weight, from, to);
    }

    /** @return 1 to 31, or 0 */
    private int day(int at) {
        if ((words.flags[at] & Words.DIGITS) == 0) {
            return 0;
        }
        int value = 0;
        int i = words.foldedStart[at];
        int end = words.foldedStart[at + 1];
        for (; i < end && words.folded[i] >= '0' && words.folded[i] <= '9' && value < 100; i++) {
            value = value * 10 + words.folded[i] - '0';
        }
        return end - i <= 2 && value <= 31 && (i == end || Character.isLetter(words.folded[i])) ? value : 0;
    }

    /** Appends what was written of a term, from its first word to its last of the same paragraph, if it is short. */
    void appendSurface(int term, int longest, StringBuilder out) {
        int first = terms.firstWord[term];
        int last = terms.lastWord[term] - 1;
        int paragraph = words.paragraph[first];
        while (words.paragraph[last] != paragraph) {
            last--;
        }
        if (words.end[last] - words.start[first] <= longest) {
            out.append(paragraph < 0 ? title : paragraphs.get(paragraph), words.start[first], words.end[last]);
        }
    }

    /** MinHash of the word shingles. */
    short[] shingles() {
        return Shingles.signature(words);
    }

    int[] sentenceBounds(int sentence) {
        int first = Arrays.binarySearch(words.sentence, 0, words.count, sentence);
        int last = first;
        while (first > 0 && words.sentence[first - 1] == sentence) {
            first--;
        }
        while (last + 1 < words.count && words.sentence[last + 1] == sentence) {
            last++;
        }
        return new int[] {words.paragraph[first], words.start[first], words.end[last]};
    }
}
