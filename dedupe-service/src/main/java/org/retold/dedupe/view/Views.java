package org.retold.dedupe.view;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Article;
import org.retold.contract.Credits;
import org.retold.contract.Published;

/**
 * Analyses articles into views, by word frequencies that ship with the version: the same text has the same view. Every
 * text has one, in a time that its length bounds:
 *
 * <ul>
 *   <li>Of a long text the first {@link #MOST_WORDS} words are read: a report says what it has to say at its beginning.
 *   <li>A word without end counts as several; runs of ideographs are words from one punctuation mark to the next.
 *   <li>Of a language that we do not know, names are not told from words (Arabic, Hebrew and Chinese have no capitals), but
 *       long words, numbers and dates are compared: copies and cuts are found, retellings in other words are not.
 *   <li>Of a text in two languages the words of the second count as rare.
 *   <li>Emoji, signs, controls and halves of characters are no words.
 *   <li>What has too little left after that is {@linkplain View#tooShort() too short to judge}.
 * </ul>
 */
public final class Views {

    /** Changes whenever the same text would get another view. */
    public static final String VERSION = "5";

    /** Words that are read of an article; what follows is ignored. */
    public static final int MOST_WORDS = 5_000;

    private static final int MOST_SURFACES = 64;
    private static final int LONGEST_SURFACE = 60;
    private static final int MOST_WORTH = 511;
    private static final int MOST_CREDITS = 8;
    private static final int LONGEST_CREDIT = 80;

    private Views() {}

    /** Views by the frequency tables that ship with this version. */
    public static Views shipped() {
        return new Views();
    }

    public View of(Article article) {
        return of(
                article.id(),
                article.revision(),
                article.title(),
                article.paragraphs(),
                article.language(),
                article.credits(),
                article.published());
    }

    /**
     * @param language two letters; of another or an unknown language only names, numbers and long words are compared
     */
    public View of(
            String articleId,
            String revision,
            String title,
            List<String> paragraphs,
            String language,
            Credits credits,
            @Nullable Published published) {
        Reading reading = new Reading(title, paragraphs, Tongue.of(language));
        reading.read();
        ViewParts parts = new ViewParts();
        parts.articleId = articleId;
        parts.revision = revision;
        parts.language = language;
        parts.credits = bounded(credits);
        parts.published = published;
        parts.words = reading.words();
        parts.agencies = reading.agencies;
        for (String agency : credits.agencies()) {
            parts.agencies |= Agencies.bits(agency);
        }
        dictionary(reading, parts);
        sentences(reading, parts);
        parts.quotes = quotes(reading.terms);
        parts.shingles = reading.shingles();
        return new View(parts);
    }

    private static void dictionary(Reading reading, ViewParts parts) {
        TermList terms = reading.terms;
        int count = terms.distinct;
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = ((long) terms.hash[i] << 32) | i;
        }
        HashOrder.sort(order, count);
        short[] place = new short[count];
        parts.hashes = new int[count];
        parts.kinds = new byte[count];
        parts.weights = new byte[count];
        parts.cognates = new int[count];
        for (int i = 0; i < count; i++) {
            int from = (int) order[i];
            place[from] = (short) i;
            parts.hashes[i] = terms.hash[from];
            parts.kinds[i] = (byte) terms.kind[from].code();
            double weight = terms.times[from] == 1
                    ? terms.weight[from]
                    : terms.weight[from] * Math.sqrt(1 + Math.log(terms.times[from]));
            parts.weights[i] = (byte) Math.min(255, Math.round(weight * 16));
            parts.cognates[i] = terms.cognate[from] & 0xffffff;
        }
        parts.sequence = new short[terms.length];
        for (int i = 0; i < terms.length; i++) {
            parts.sequence[i] = place[terms.sequence[i]];
        }
        surfaces(reading, parts, order);
    }

    /** The rarest terms keep how they were written, names, numbers and dates before words. */
    private static void surfaces(Reading reading, ViewParts parts, long[] order) {
        int[] ofWorth = new int[MOST_WORTH + 1];
        for (int i = 0; i < order.length; i++) {
            ofWorth[worth(parts, i)]++;
        }
        int least = MOST_WORTH;
        int room = MOST_SURFACES;
        while (least > 0 && ofWorth[least] <= room) {
            room -= ofWorth[least--];
        }
        StringBuilder surfaces = new StringBuilder(MOST_SURFACES * 10);
        parts.surfaceEnds = new short[order.length];
        for (int i = 0; i < order.length; i++) {
            int worth = worth(parts, i);
            if (worth > least || (worth == least && room-- > 0)) {
                reading.appendSurface((int) order[i], LONGEST_SURFACE, surfaces);
            }
            parts.surfaceEnds[i] = (short) surfaces.length();
        }
        parts.surfaces = surfaces.toString();
    }

    private static int worth(ViewParts parts, int term) {
        return (parts.weights[term] & 0xff) + (parts.kinds[term] == Kind.WORD.code() ? 0 : 256);
    }

    private static void sentences(Reading reading, ViewParts parts) {
        TermList terms = reading.terms;
        int count = terms.sentences;
        parts.sentenceEnds = new short[count];
        parts.sentenceParagraphs = new int[count];
        parts.sentenceFrom = new int[count];
        parts.sentenceTo = new int[count];
        for (int i = 0; i < count; i++) {
            int[] bounds = reading.sentenceBounds(terms.sentence[i]);
            parts.sentenceEnds[i] = (short) terms.sentenceEnd[i];
            parts.sentenceParagraphs[i] = bounds[0];
            parts.sentenceFrom[i] = bounds[1];
            parts.sentenceTo[i] = bounds[2];
        }
    }

    /** Runs of quoted terms. */
    private static short[] quotes(TermList terms) {
        short[] found = new short[16];
        int count = 0;
        int i = 0;
        while (i < terms.length) {
            int from = i;
            while (i < terms.length && terms.quoted[i]) {
                i++;
            }
            if (i - from >= 3) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = (short) from;
                found[count++] = (short) i;
            }
            i = Math.max(i, from + 1);
        }
        return Arrays.copyOf(found, count);
    }

    private static Credits bounded(Credits credits) {
        return new Credits(
                bounded(credits.agencies()),
                bounded(credits.reporters()),
                credits.via() == null ? null : cut(credits.via()),
                credits.exclusiveDate(),
                credits.sources());
    }

    private static List<String> bounded(List<String> names) {
        return names.stream().limit(MOST_CREDITS).map(Views::cut).toList();
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_CREDIT ? name : name.substring(0, LONGEST_CREDIT);
    }
}
