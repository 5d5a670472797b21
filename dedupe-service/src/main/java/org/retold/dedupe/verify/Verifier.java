package org.retold.dedupe.verify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.retold.contract.Credits;
import org.retold.dedupe.view.View;

/** Judges two articles by their views alone; symmetric in its score, stateless, safe for threads. */
public final class Verifier {

    /** Whoever scores less has no passages and facts: nobody would read them. */
    private static final double WORTH_EXPLAINING = 0.05;

    private final Model model;

    private Verifier(Model model) {
        this.model = model;
    }

    /** The verifier with the model that ships with this version. */
    public static Verifier shipped() {
        return new Verifier(Model.shipped());
    }

    public static Verifier of(Model model) {
        return new Verifier(model);
    }

    public String modelVersion() {
        return model.version();
    }

    public Model model() {
        return model;
    }

    /** Calibrated probability that both derive from one source report, 0 to 1; 0 if one is too short to judge. */
    public double score(View a, View b) {
        return a.tooShort() || b.tooShort() ? 0 : score(ordered(a, b));
    }

    private double score(Comparison comparison) {
        return model.probability(Features.of(comparison));
    }

    /** The same two views are always compared in the same order, so that no rounding tells which came first. */
    private static Comparison ordered(View a, View b) {
        return a.articleId().compareTo(b.articleId()) <= 0 ? new Comparison(a, b) : new Comparison(b, a);
    }

    /** The score with its reasons, seen from the article. */
    public Match match(View article, View other) {
        Comparison comparison = ordered(article, other);
        double score = article.tooShort() || other.tooShort() ? 0 : score(comparison);
        boolean explained = score >= WORTH_EXPLAINING;
        Comparison seen = explained && comparison.a != article ? new Comparison(article, other) : comparison;
        double shared = comparison.sharedWeight();
        double mine = article.totalWeight();
        double theirs = other.totalWeight();
        return new Match(
                article.articleId(),
                article.revision(),
                other.articleId(),
                other.revision(),
                score,
                fraction(shared, mine + theirs - shared),
                fraction(shared, mine),
                fraction(shared, theirs),
                comparison.phrases(),
                (double) Math.max(1, article.words()) / Math.max(1, other.words()),
                comparison.sameLanguage,
                explained ? Passages.of(seen) : List.of(),
                explained ? Facts.of(seen) : List.of(),
                sharedCredits(article.credits(), other.credits()),
                model.version());
    }

    private static double fraction(double part, double whole) {
        return whole <= 0 ? 0 : Math.min(1, part / whole);
    }

    private static List<String> sharedCredits(Credits mine, Credits theirs) {
        Set<String> known = new LinkedHashSet<>();
        theirs.agencies().forEach(name -> known.add(name.toLowerCase(Locale.ROOT)));
        theirs.reporters().forEach(name -> known.add(name.toLowerCase(Locale.ROOT)));
        Set<String> shared = new LinkedHashSet<>();
        for (List<String> names : List.of(mine.agencies(), mine.reporters())) {
            names.stream()
                    .filter(name -> known.contains(name.toLowerCase(Locale.ROOT)))
                    .forEach(shared::add);
        }
        return List.copyOf(shared);
    }
}
