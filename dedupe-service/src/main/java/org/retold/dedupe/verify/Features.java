package org.retold.dedupe.verify;

import java.util.List;
import org.retold.dedupe.view.Kind;
import org.retold.dedupe.view.View;

/**
 * The features of a pair of articles, in the model's order; each is the same whichever article comes first. All but the
 * last two grow with the likelihood that both retell one report, and the model may not learn otherwise. Who published an
 * article is none of them.
 */
public final class Features {

    /** Names, as in the model resource. */
    public static final List<String> NAMES = List.of(
            // weighted share of the lighter article's terms that the heavier has
            "containment",
            // weighted Jaccard similarity of their terms
            "similarity",
            // the same two for pairs of rare terms of a sentence, containment only
            "factPairs",
            // for names: shared by the side that has fewer, and by both together
            "names",
            "allNames",
            // for numbers and dates
            "numbers",
            "allNumbers",
            // mean likeness of each sentence of the lighter article with its best match
            "alignment",
            // how much of each one's title and first sentences the other says anywhere; the worse of both
            "leadTold",
            // how much their titles and first sentences share
            "leads",
            // share of neighbouring terms that are neighbours in both
            "phrases",
            // best share of a literal quote that the other quotes too
            "quotes",
            // dates by day alone
            "dates",
            // 1 if they name an agency in common
            "sameAgency",
            // 1 if both name agencies, none in common
            "otherAgency",
            // logarithm of the heavier article's weight by the lighter's
            "lengthRatio");

    /** What the sign of each weight may be: 1 not negative, -1 not positive, 0 either. */
    private static final int[] SIGNS = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, 0};

    private static final int NAME = Kind.NAME.code();
    private static final int NUMBER = Kind.NUMBER.code();
    private static final int DATE = Kind.DATE.code();

    private Features() {}

    /** What the sign of a feature's weight may be: 1 not negative, -1 not positive, 0 either. */
    public static int sign(int feature) {
        return SIGNS[feature];
    }

    /** The features of two views, for training. */
    public static double[] of(View a, View b) {
        return of(new Comparison(a, b));
    }

    static double[] of(Comparison pair) {
        View a = pair.a;
        View b = pair.b;
        double weightOfA = a.totalWeight();
        double weightOfB = b.totalWeight();
        double lighter = Math.max(1e-9, Math.min(weightOfA, weightOfB));
        double heavier = Math.max(1e-9, Math.max(weightOfA, weightOfB));
        double shared = pair.sharedWeight();
        double sharedPairs = pair.sharedPairs();
        double names = pair.common[NAME];
        double numbers = pair.common[NUMBER] + pair.common[DATE];
        double numbersOfA = pair.ofA[NUMBER] + pair.ofA[DATE];
        double numbersOfB = pair.ofB[NUMBER] + pair.ofB[DATE];
        boolean both = a.agencies() != 0 && b.agencies() != 0;
        boolean common = (a.agencies() & b.agencies()) != 0;
        return new double[] {
            shared / lighter,
            shared / Math.max(1e-9, weightOfA + weightOfB - shared),
            sharedPairs
                    / Math.max(20, Math.min(a.pairs().totalWeight(), b.pairs().totalWeight())),
            names / Math.max(8, Math.min(pair.ofA[NAME], pair.ofB[NAME])),
            names / Math.max(8, pair.ofA[NAME] + pair.ofB[NAME] - names),
            numbers / Math.max(6, Math.min(numbersOfA, numbersOfB)),
            numbers / Math.max(6, numbersOfA + numbersOfB - numbers),
            pair.alignment().mean(),
            Math.min(pair.leadOfA(), pair.leadOfB()),
            pair.leads(),
            pair.phrases(),
            pair.quotes(),
            pair.common[DATE] / Math.max(4, Math.min(pair.ofA[DATE], pair.ofB[DATE])),
            common ? 1 : 0,
            both && !common ? 1 : 0,
            Math.log(heavier / lighter)
        };
    }
}
