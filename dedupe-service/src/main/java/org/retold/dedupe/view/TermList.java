package org.retold.dedupe.view;

import java.util.Arrays;

/** Terms as they are read: a dictionary of distinct ones and the sequence in which they stand, by sentence. */
final class TermList {

    private final IntTable index = new IntTable(300);
    int[] hash = new int[300];
    Kind[] kind = new Kind[300];
    float[] weight = new float[300];
    int[] cognate = new int[300];
    int[] times = new int[300];
    int[] firstWord = new int[300];
    int[] lastWord = new int[300];
    int distinct;

    int[] sequence = new int[500];
    boolean[] quoted = new boolean[500];
    int length;

    int[] sentence = new int[64];
    int[] sentenceEnd = new int[64];
    int sentences;

    private int currentSentence = -1;
    private boolean currentQuoted;

    void at(int sentenceNumber, boolean inQuotes) {
        if (sentenceNumber != currentSentence) {
            endSentence();
            currentSentence = sentenceNumber;
        }
        currentQuoted = inQuotes;
    }

    void endSentence() {
        int begin = sentences == 0 ? 0 : sentenceEnd[sentences - 1];
        if (length > begin) {
            if (sentences == sentence.length) {
                sentence = Arrays.copyOf(sentence, sentences * 2);
                sentenceEnd = Arrays.copyOf(sentenceEnd, sentences * 2);
            }
            sentence[sentences] = currentSentence;
            sentenceEnd[sentences++] = length;
        }
    }

    /** @return whether it is the first of its kind */
    boolean add(int termHash, Kind termKind, float termWeight, int from, int to) {
        int found = index.get(termHash);
        boolean first = found == IntTable.ABSENT;
        if (first) {
            if (distinct == hash.length) {
                growDictionary();
            }
            found = distinct++;
            index.put(termHash, found);
            hash[found] = termHash;
            kind[found] = termKind;
            weight[found] = termWeight;
            firstWord[found] = from;
            lastWord[found] = to;
        }
        times[found]++;
        if (length == sequence.length) {
            sequence = Arrays.copyOf(sequence, length * 2);
            quoted = Arrays.copyOf(quoted, length * 2);
        }
        quoted[length] = currentQuoted;
        sequence[length++] = found;
        return first;
    }

    /** What the term that came last, the first of its kind, shares with words of other languages. */
    void isAkinTo(int termCognate) {
        cognate[distinct - 1] = termCognate;
    }

    private void growDictionary() {
        int more = distinct * 2;
        hash = Arrays.copyOf(hash, more);
        kind = Arrays.copyOf(kind, more);
        weight = Arrays.copyOf(weight, more);
        cognate = Arrays.copyOf(cognate, more);
        times = Arrays.copyOf(times, more);
        firstWord = Arrays.copyOf(firstWord, more);
        lastWord = Arrays.copyOf(lastWord, more);
    }
}
