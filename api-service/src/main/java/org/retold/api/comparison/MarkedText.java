package org.retold.api.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Evidence;
import org.retold.contract.Evidence.Fact;

/** A text that is being marked, character by character; marks of different sorts may overlap. */
final class MarkedText {

    private final ComparedText text;
    private final List<String> blocks;
    private final List<Layers> layers;
    private final List<Word> words;

    MarkedText(ComparedText text) {
        this.text = text;
        blocks = text.blocks();
        layers = blocks.stream().map(block -> new Layers(block.length())).toList();
        words = Word.of(blocks);
    }

    /** The marks of one block, one place a character. */
    private static final class Layers {

        final int[] passage;
        final boolean[] same;
        final boolean[] quote;
        final Fact.@Nullable Kind[] fact;

        Layers(int length) {
            passage = new int[length];
            same = new boolean[length];
            quote = new boolean[length];
            fact = new Fact.Kind[length];
        }

        boolean changesAt(int i) {
            return same[i] != same[i - 1] || quote[i] != quote[i - 1] || fact[i] != fact[i - 1];
        }
    }

    String language() {
        return text.language();
    }

    List<String> blocks() {
        return blocks;
    }

    List<Word> words() {
        return words;
    }

    /** Whether the range lies in this text; a text that is shown in part lacks some. */
    boolean has(Evidence.Range range) {
        int block = range.paragraph() + 1;
        return block < blocks.size() && range.to() <= blocks.get(block).length() && range.from() < range.to();
    }

    void passage(int number, Evidence.Range range) {
        int[] passage = layers.get(range.paragraph() + 1).passage;
        for (int i = range.from(); i < range.to(); i++) {
            passage[i] = passage[i] == 0 ? number : passage[i];
        }
    }

    /** The number of the passage at this place, 0 for none. */
    int passageAt(int block, int place) {
        return layers.get(block).passage[place];
    }

    void same(int block, int from, int to) {
        Arrays.fill(layers.get(block).same, from, to, true);
    }

    void quote(int block, int from, int to) {
        Arrays.fill(layers.get(block).quote, from, to, true);
    }

    /** What is marked already keeps its mark. */
    void fact(Fact.Kind kind, int block, int from, int to) {
        Fact.@Nullable Kind[] fact = layers.get(block).fact;
        for (int i = from; i < to; i++) {
            if (fact[i] == null) {
                fact[i] = kind;
            }
        }
    }

    /** Of the words, those that the other text has in the same order: 0 to 1. */
    double sameShare() {
        long same = words.stream()
                .filter(word -> layers.get(word.block()).same[word.from()])
                .count();
        return words.isEmpty() ? 0 : (double) same / words.size();
    }

    List<MarkedBlock> marked() {
        Set<Integer> begun = new HashSet<>();
        List<MarkedBlock> marked = new ArrayList<>();
        for (int block = 0; block < blocks.size(); block++) {
            marked.add(new MarkedBlock(stretches(blocks.get(block), layers.get(block), begun)));
        }
        return marked;
    }

    private static List<MarkedBlock.Stretch> stretches(String text, Layers layers, Set<Integer> begun) {
        List<MarkedBlock.Stretch> stretches = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || (layers.passage[i] != layers.passage[i - 1] && !isInsideCharacter(text, i))) {
                int passage = layers.passage[start];
                stretches.add(new MarkedBlock.Stretch(
                        passage, passage > 0 && begun.add(passage), pieces(text, layers, start, i)));
                start = i;
            }
        }
        return stretches;
    }

    private static List<MarkedBlock.Piece> pieces(String text, Layers layers, int from, int to) {
        List<MarkedBlock.Piece> pieces = new ArrayList<>();
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || (layers.changesAt(i) && !isInsideCharacter(text, i))) {
                pieces.add(new MarkedBlock.Piece(
                        text.substring(start, i), layers.same[start], layers.quote[start], layers.fact[start]));
                start = i;
            }
        }
        return pieces;
    }

    private static boolean isInsideCharacter(String text, int i) {
        return Character.isLowSurrogate(text.charAt(i));
    }
}
