package org.retold.dedupe.view;

import org.jspecify.annotations.Nullable;
import org.retold.contract.Credits;
import org.retold.contract.Evidence;
import org.retold.contract.Published;

/**
 * An article as sketching, verification and evidence see it; immutable. It has a dictionary of distinct terms, ordered
 * by hash, and the sequence in which they stand in its sentences. Stop words are left out.
 */
public final class View {

    /** Fewer terms than this cannot be judged. */
    static final int FEWEST_TERMS = 8;

    private final String articleId;
    private final String revision;
    private final String language;
    private final Credits credits;
    private final @Nullable Published published;
    final int words;
    final int agencies;
    final int[] hashes;
    final byte[] kinds;
    final byte[] weights;
    final int[] cognates;
    final String surfaces;
    final short[] surfaceEnds;
    final short[] sequence;
    final short[] sentenceEnds;
    final int[] sentenceParagraphs;
    final int[] sentenceFrom;
    final int[] sentenceTo;
    final short[] quotes;
    final short[] shingles;
    private final double totalWeight;
    private @Nullable FactPairs pairs;
    private @Nullable Phrases phrases;
    private @Nullable Cognates inOtherLanguages;
    private byte @Nullable [] bytes;

    View(ViewParts parts) {
        articleId = parts.articleId;
        revision = parts.revision;
        language = parts.language;
        credits = parts.credits;
        published = parts.published;
        words = parts.words;
        agencies = parts.agencies;
        hashes = parts.hashes;
        kinds = parts.kinds;
        weights = parts.weights;
        cognates = parts.cognates;
        surfaces = parts.surfaces;
        surfaceEnds = parts.surfaceEnds;
        sequence = parts.sequence;
        sentenceEnds = parts.sentenceEnds;
        sentenceParagraphs = parts.sentenceParagraphs;
        sentenceFrom = parts.sentenceFrom;
        sentenceTo = parts.sentenceTo;
        quotes = parts.quotes;
        shingles = parts.shingles;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weight(i);
        }
        totalWeight = sum;
    }

    /** Reads what {@link #bytes} wrote. */
    public static View read(byte[] bytes) {
        View view = new ViewReader(bytes).read();
        view.bytes = bytes;
        return view;
    }

    /** Compact, versioned form; equal views have equal bytes. Not to be changed. */
    public byte[] bytes() {
        byte[] known = bytes;
        if (known == null) {
            known = new ViewWriter().write(this);
            bytes = known;
        }
        return known;
    }

    public String articleId() {
        return articleId;
    }

    public String revision() {
        return revision;
    }

    /** Two letters, or {@code und}. */
    public String language() {
        return language;
    }

    public Credits credits() {
        return credits;
    }

    public @Nullable Published published() {
        return published;
    }

    /** Words of title and text that were read, at most {@link Views#MOST_WORDS}. */
    public int words() {
        return words;
    }

    /**
     * Whether there is too little in the text to judge what it retells: nothing, a word, emoji, one sentence over and over.
     * It has no sketch, its score with any other is 0, it stays a story of its own, and a look-up says so.
     */
    public boolean tooShort() {
        return hashes.length < FEWEST_TERMS;
    }

    /** The agencies it names or credits, one bit each. */
    public int agencies() {
        return agencies;
    }

    /** How many distinct terms there are. */
    public int terms() {
        return hashes.length;
    }

    /** Hash of a term; ascending. */
    public int hash(int term) {
        return hashes[term];
    }

    public Kind kind(int term) {
        return Kind.of(kinds[term]);
    }

    /** Rarity of a term with a little for its repetition, about 1 to 15. */
    public float weight(int term) {
        return (weights[term] & 0xff) / 16f;
    }

    /** Sum of all weights. */
    public double totalWeight() {
        return totalWeight;
    }

    /**
     * What it shares with words of other languages: its concept, or how it begins to sound in kindred languages; 0 for
     * nothing.
     */
    public int cognate(int term) {
        return cognates[term];
    }

    /** Whether what it shares is the meaning, not only the sound. */
    public boolean isConcept(int term) {
        return (cognates[term] & Concepts.CONCEPT) != 0;
    }

    /** How the text has the term, for those that are worth showing. */
    public @Nullable String surface(int term) {
        int from = surfaceStart(term);
        int to = surfaceEnds[term];
        return from == to ? null : surfaces.substring(from, to);
    }

    int surfaceStart(int term) {
        return term == 0 ? 0 : surfaceEnds[term - 1];
    }

    /** How many terms the text has, repetitions included. */
    public int length() {
        return sequence.length;
    }

    /** The term at a position of the text. */
    public int termAt(int position) {
        return sequence[position];
    }

    /** Sentences that have terms; the first is the title. */
    public int sentences() {
        return sentenceEnds.length;
    }

    /** Position of a sentence's first term. */
    public int sentenceStart(int sentence) {
        return sentence == 0 ? 0 : sentenceEnds[sentence - 1];
    }

    /** One past the position of its last. */
    public int sentenceEnd(int sentence) {
        return sentenceEnds[sentence];
    }

    /** Where a sentence stands in the text. */
    public Evidence.Range range(int sentence) {
        return new Evidence.Range(sentenceParagraphs[sentence], sentenceFrom[sentence], sentenceTo[sentence]);
    }

    /** Literal quotes, each a run of terms. */
    public int quotes() {
        return quotes.length / 2;
    }

    public int quoteStart(int quote) {
        return quotes[quote * 2];
    }

    public int quoteEnd(int quote) {
        return quotes[quote * 2 + 1];
    }

    /** Estimated Jaccard similarity of the word shingles of two texts, 0 to 1. */
    public double shingleSimilarity(View other) {
        return Shingles.similarity(shingles, other.shingles);
    }

    /** One bin of the MinHash of the word shingles. */
    public int shingle(int bin) {
        return shingles[bin];
    }

    /** Bins of the MinHash of the word shingles: {@link Shingles#SIZE}, or none for a text of two words. */
    public int shingleBins() {
        return shingles.length;
    }

    /** Pairs of rare terms that stand in one sentence. */
    public FactPairs pairs() {
        FactPairs known = pairs;
        if (known == null) {
            known = FactPairs.of(this);
            pairs = known;
        }
        return known;
    }

    /** Pairs of neighbouring terms. */
    public Phrases phrases() {
        Phrases known = phrases;
        if (known == null) {
            known = Phrases.of(this);
            phrases = known;
        }
        return known;
    }

    /** The terms that other languages have something alike for. */
    public Cognates cognates() {
        Cognates known = inOtherLanguages;
        if (known == null) {
            known = Cognates.of(this);
            inOtherLanguages = known;
        }
        return known;
    }
}
