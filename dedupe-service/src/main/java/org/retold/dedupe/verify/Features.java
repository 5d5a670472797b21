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
            // names shared, by those of the side that has fewer, and by those of the lighter article
            new Feature("names", 1),
            new Feature("lighterNames", 1),
            // numbers and dates shared, likewise; a text that has few of them says little either way
            new Feature("numbers", 1),
            new Feature("lighterNumbers", 1),
            // by those of the heavier article, and by those of both together
            new Feature("heavierNumbers", 1),
            new Feature("allNumbers", 1),
            // logarithm of how much the rare among them weigh
            new Feature("rareNumbers", 1),
            // dates by day alone
            new Feature("dates", 1),
            // weighted share of the heavier article's terms that the lighter has
            new Feature("heavierContainment", 1),
            // share of the lighter article's sentences that have a good match, a better one, a close one
            new Feature("aligned", 1),
            new Feature("wellAligned", 1),
            new Feature("closelyAligned", 1),
            // share of its sentences whose matches stand in the same order, and how well these match: who writes from
            // a source follows it, who was there himself orders otherwise
            new Feature("inOrder", 1),
            new Feature("alignedInOrder", 1),
            // how much of each one's title and first sentences the other says anywhere; the worse of both
            new Feature("leadTold", 1),
            // how much their titles and first sentences share
            new Feature("leads", 1),
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
            // logarithm of how many terms the lighter article has: the longer, the more agrees by chance
            new Feature("length", 0),
            // 1 if the languages differ: then fewer words can agree
            new Feature("crossLanguage", 0),
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
    private static final double FEW_LIGHTER = 6;
    private static final double GOOD_MATCH = 0.35;
    private static final double BETTER_MATCH = 0.5;
    private static final double CLOSE_MATCH = 0.6;

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
        double containment = shared / lighter;
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
        boolean aIsLighter = weightOfA <= weightOfB;
        double lighterNames = aIsLighter ? pair.ofA[NAME] : pair.ofB[NAME];
        return new double[] {
            someNames,
            names / Math.max(FEW_LIGHTER, lighterNames),
            someNumbers,
            numbers / Math.max(FEW_LIGHTER, aIsLighter ? numbersOfA : numbersOfB),
            numbers / Math.max(FEW_LIGHTER, aIsLighter ? numbersOfB : numbersOfA),
            allNumbers,
            Math.log1p(pair.rareNumbers()),
            dates,
            shared / Math.max(1, heavier),
            aligned,
            alignment.share(BETTER_MATCH),
            alignment.share(CLOSE_MATCH),
            alignment.inOrder(),
            alignment.meanInOrder(),
            Math.min(pair.leadOfA(), pair.leadOfB()),
            leads,
            pair.quotes(),
            a.agencies() != 0 && b.agencies() != 0 && !common ? 1 : 0,
            a.agencies() == 0 && b.agencies() == 0 ? 1 : 0,
            credited * someNames,
            credited * allNames,
            credited * someNumbers,
            credited * allNumbers,
            Math.log(heavier / lighter),
            Math.log(20 + (aIsLighter ? a : b).length()),
            pair.sameLanguage ? 0 : 1,
            Math.min(someNames, someNumbers),
            Math.min(0, leads - 0.15),
            agreed * Math.max(0, containment - 0.4),
            agreed == 0 ? 0 : agreed * Math.max(0, factPairs(pair) - 0.15),
            agreed * Math.max(0, mean - 0.3),
            agreed * Math.max(0, aligned - 0.3),
            Math.max(0, leads - 0.35),
            agreed * Math.max(0, phrases - 0.12)
        };
    }

    /** The dearest of all measures. */
    private static double factPairs(Comparison pair) {
        double fewer = Math.min(pair.a.pairs().totalWeight(), pair.b.pairs().totalWeight());
        return pair.sharedPairs() / Math.max(20, fewer);
    }
}
