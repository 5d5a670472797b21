package org.retold.dedupe.verify;

import java.util.List;
import org.retold.dedupe.view.Kind;
import org.retold.dedupe.view.View;

/**
 * The features of a pair of articles, in the model's order; each is the same whichever article comes first. Most grow
 * with the likelihood that both retell one report, and the model may not learn otherwise. Who published an article is
 * none of them.
 */
public final class Features {

    /** A feature: its name in the model resource and what the sign of its weight may be: 1, -1, or 0 for either. */
    private record Feature(String name, int sign) {}

    private static final List<Feature> ALL = List.of(
            // weighted share of the lighter article's terms that the heavier has
            new Feature("containment", 1),
            // weighted Jaccard similarity of their terms
            new Feature("similarity", 1),
            // containment of the pairs of rare terms of a sentence
            new Feature("factPairs", 1),
            // names shared, by those of the side that has fewer, and by those of both together
            new Feature("names", 1),
            new Feature("allNames", 1),
            // numbers and dates likewise; a text that has few of them says little either way
            new Feature("numbers", 1),
            new Feature("allNumbers", 1),
            // dates by day alone
            new Feature("dates", 1),
            // mean likeness of each sentence of the lighter article with its best match
            new Feature("alignment", 1),
            // share of its sentences that have a good match
            new Feature("aligned", 1),
            // how much of each one's title and first sentences the other says anywhere; the worse of both
            new Feature("leadTold", 1),
            // how much their titles and first sentences share
            new Feature("leads", 1),
            // share of neighbouring terms that are neighbours in both
            new Feature("phrases", 1),
            // best share of a literal quote that the other quotes too
            new Feature("quotes", 1),
            // 1 if both name agencies, none in common
            new Feature("otherAgency", -1),
            // 1 if neither names an agency
            new Feature("noAgency", 0),
            // names and numbers once more where they name an agency in common: credit makes of facts a retelling
            new Feature("creditedNames", 1),
            new Feature("creditedAllNames", 1),
            new Feature("creditedNumbers", 1),
            new Feature("creditedAllNumbers", 1),
            // logarithm of the heavier article's weight by the lighter's
            new Feature("lengthRatio", 0),
            // the lesser of names and numbers: who without how many is the same topic, no more
            new Feature("namesWithNumbers", 1),
            // how much less than usual the leads share: a text that only quotes the other begins elsewhere
            new Feature("leadsApart", 1),
            // what exceeds the likeness of free retellings: words that agree so well are decisive, if the leads agree
            new Feature("strongContainment", 1),
            new Feature("strongFactPairs", 1),
            new Feature("strongAlignment", 1),
            new Feature("stronglyAligned", 1),
            new Feature("strongLeads", 1),
            new Feature("strongPhrases", 1));

    /** Names, as in the model resource. */
    public static final List<String> NAMES = ALL.stream().map(Feature::name).toList();

    private static final double FEW_NUMBERS = 10;
    private static final double USUAL_SHARE = 0.45;
    private static final double FEW_NAMES = 8;
    private static final double GOOD_MATCH = 0.35;

    private static final int NAME = Kind.NAME.code();
    private static final int NUMBER = Kind.NUMBER.code();
    private static final int DATE = Kind.DATE.code();

    private Features() {}

    /** What the sign of a feature's weight may be: 1 not negative, -1 not positive, 0 either. */
    public static int sign(int feature) {
        return ALL.get(feature).sign();
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
        double containment = shared / lighter;
        double factPairs = sharedPairs
                / Math.max(20, Math.min(a.pairs().totalWeight(), b.pairs().totalWeight()));
        double names = pair.common[NAME];
        double fewerNames = Math.min(pair.ofA[NAME], pair.ofB[NAME]);
        double allNames = names / Math.max(FEW_NAMES, pair.ofA[NAME] + pair.ofB[NAME] - names);
        double someNames = names / Math.max(FEW_NAMES, fewerNames);
        double numbers = pair.common[NUMBER] + pair.common[DATE];
        double numbersOfA = pair.ofA[NUMBER] + pair.ofA[DATE];
        double numbersOfB = pair.ofB[NUMBER] + pair.ofB[DATE];
        double allNumbers = numbers / Math.max(6, numbersOfA + numbersOfB - numbers);
        double someNumbers = (numbers + USUAL_SHARE * FEW_NUMBERS) / (Math.min(numbersOfA, numbersOfB) + FEW_NUMBERS);
        double dates = pair.common[DATE] / Math.max(4, Math.min(pair.ofA[DATE], pair.ofB[DATE]));
        Alignment alignment = pair.alignment();
        double mean = alignment.mean();
        double aligned = alignment.share(GOOD_MATCH);
        double leads = pair.leads();
        double phrases = pair.phrases();
        boolean common = (a.agencies() & b.agencies()) != 0;
        double credited = common ? 1 : 0;
        double agreed = Math.min(1, leads / 0.3);
        return new double[] {
            containment,
            shared / Math.max(1e-9, weightOfA + weightOfB - shared),
            factPairs,
            someNames,
            allNames,
            someNumbers,
            allNumbers,
            dates,
            mean,
            aligned,
            Math.min(pair.leadOfA(), pair.leadOfB()),
            leads,
            phrases,
            pair.quotes(),
            a.agencies() != 0 && b.agencies() != 0 && !common ? 1 : 0,
            a.agencies() == 0 && b.agencies() == 0 ? 1 : 0,
            credited * someNames,
            credited * allNames,
            credited * someNumbers,
            credited * allNumbers,
            Math.log(heavier / lighter),
            Math.min(someNames, someNumbers),
            Math.min(0, leads - 0.15),
            agreed * Math.max(0, containment - 0.4),
            agreed * Math.max(0, factPairs - 0.15),
            agreed * Math.max(0, mean - 0.3),
            agreed * Math.max(0, aligned - 0.3),
            Math.max(0, leads - 0.35),
            agreed * Math.max(0, phrases - 0.12)
        };
    }
}
