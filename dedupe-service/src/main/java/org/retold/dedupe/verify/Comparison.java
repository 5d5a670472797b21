package org.retold.dedupe.verify;

import java.util.Arrays;
import org.retold.dedupe.view.Cognates;
import org.retold.dedupe.view.FactPairs;
import org.retold.dedupe.view.Kind;
import org.retold.dedupe.view.View;

/** What two views have in common, measured once. Every measure is the same whichever of the two comes first. */
final class Comparison {

    private static final int KINDS = Kind.values().length;
    private static final int NAME = Kind.NAME.code();
    private static final int LEAD_SENTENCES = 4;
    private static final double COGNATE_SHARE = 0.5;
    private static final double CONCEPT_SHARE = 0.9;
    private static final double EVERYDAY_NUMBER = 2.5;

    final View a;
    final View b;
    final boolean sameLanguage;

    /** Terms that both have: index in {@code a}, index in {@code b}. */
    final int[] sharedA;

    final int[] sharedB;
    final int shared;

    /** Shared weight and each side's weight, by kind. */
    final double[] common = new double[KINDS];

    final double[] ofA = new double[KINDS];
    final double[] ofB = new double[KINDS];

    /** Shared weight of what is said in other words of another language. */
    double cognates;

    /** Position of the shared partner in b of a's terms, or -1. */
    private final int[] partner;

    private final boolean[] coveredA;
    private final boolean[] coveredB;

    Comparison(View a, View b) {
        this.a = a;
        this.b = b;
        sameLanguage = a.language().equals(b.language());
        int most = Math.min(a.terms(), b.terms());
        sharedA = new int[most];
        sharedB = new int[most];
        partner = new int[a.terms()];
        coveredA = new boolean[a.terms()];
        coveredB = new boolean[b.terms()];
        Arrays.fill(partner, -1);
        shared = merge();
        for (int i = 0; i < a.terms(); i++) {
            ofA[a.kind(i).code()] += a.weight(i);
        }
        for (int i = 0; i < b.terms(); i++) {
            ofB[b.kind(i).code()] += b.weight(i);
        }
        cognates();
    }

    private int merge() {
        int i = 0;
        int j = 0;
        int n = 0;
        while (i < a.terms() && j < b.terms()) {
            int left = a.hash(i);
            int right = b.hash(j);
            if (left < right) {
                i++;
            } else if (left > right) {
                j++;
            } else {
                sharedA[n] = i;
                sharedB[n++] = j;
                partner[i] = j;
                coveredA[i] = true;
                coveredB[j] = true;
                common[a.kind(i).code()] += Math.min(a.weight(i), b.weight(j));
                i++;
                j++;
            }
        }
        return n;
    }

    /** Words of other languages that mean the same, and those of kindred languages that sound alike at their beginning. */
    private void cognates() {
        if (sameLanguage) {
            return;
        }
        Cognates left = a.cognates();
        Cognates right = b.cognates();
        int i = next(left, 0, coveredA);
        int j = next(right, 0, coveredB);
        while (i < left.size() && j < right.size()) {
            int compared = Integer.compare(left.cognate(i), right.cognate(j));
            if (compared == 0) {
                pair(left.term(i), right.term(j));
            }
            i = compared <= 0 ? next(left, i + 1, coveredA) : i;
            j = compared >= 0 ? next(right, j + 1, coveredB) : j;
        }
    }

    /** The first from a place on whose term has no partner yet. */
    private static int next(Cognates cognates, int from, boolean[] covered) {
        int place = from;
        while (place < cognates.size() && covered[cognates.term(place)]) {
            place++;
        }
        return place;
    }

    private void pair(int termA, int termB) {
        double worth =
                Math.min(a.weight(termA), b.weight(termB)) * (a.isConcept(termA) ? CONCEPT_SHARE : COGNATE_SHARE);
        if (a.kind(termA) == Kind.NAME && b.kind(termB) == Kind.NAME) {
            common[NAME] += worth;
        } else {
            cognates += worth;
        }
        partner[termA] = termB;
        coveredA[termA] = true;
        coveredB[termB] = true;
    }

    double sharedWeight() {
        double sum = cognates;
        for (double weight : common) {
            sum += weight;
        }
        return sum;
    }

    /** How much the shared numbers and dates weigh that are not everyday ones. */
    double rareNumbers() {
        double sum = 0;
        for (int i = 0; i < shared; i++) {
            Kind kind = a.kind(sharedA[i]);
            if (kind == Kind.NUMBER || kind == Kind.DATE) {
                double weight = Math.min(a.weight(sharedA[i]), b.weight(sharedB[i]));
                sum += weight >= EVERYDAY_NUMBER ? weight - 2 : 0;
            }
        }
        return sum;
    }

    double sharedPairs() {
        FactPairs left = a.pairs();
        FactPairs right = b.pairs();
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            if (left.hash(i) < right.hash(j)) {
                i++;
            } else if (left.hash(i) > right.hash(j)) {
                j++;
            } else {
                sum += Math.min(left.weight(i++), right.weight(j++));
            }
        }
        return sum;
    }

    /** How well each sentence of the article with fewer terms is told by some sentence of the other. */
    Alignment alignment() {
        return Alignment.of(this, partner);
    }

    /** Weighted share of a's lead that b says somewhere. */
    double leadOfA() {
        return lead(a, coveredA);
    }

    double leadOfB() {
        return lead(b, coveredB);
    }

    double titleOfA() {
        return covered(a, coveredA, 0, 1);
    }

    double titleOfB() {
        return covered(b, coveredB, 0, 1);
    }

    private static double lead(View view, boolean[] covered) {
        return covered(view, covered, 0, Math.min(LEAD_SENTENCES, view.sentences()));
    }

    private static double covered(View view, boolean[] covered, int firstSentence, int endSentence) {
        double all = 0;
        double said = 0;
        if (view.sentences() == 0) {
            return 0;
        }
        boolean[] seen = new boolean[view.terms()];
        for (int p = view.sentenceStart(firstSentence); p < view.sentenceEnd(endSentence - 1); p++) {
            int term = view.termAt(p);
            if (!seen[term]) {
                seen[term] = true;
                all += view.weight(term);
                said += covered[term] ? view.weight(term) : 0;
            }
        }
        return all == 0 ? 0 : said / all;
    }

    /** Weight of terms that stand in both leads, against the lighter lead. */
    double leads() {
        boolean[] inA = lead(a);
        boolean[] inB = lead(b);
        double both = 0;
        for (int i = 0; i < a.terms(); i++) {
            if (inA[i] && partner[i] >= 0 && inB[partner[i]]) {
                both += Math.min(a.weight(i), b.weight(partner[i]));
            }
        }
        double lesser = Math.min(weight(a, inA), weight(b, inB));
        return lesser == 0 ? 0 : both / lesser;
    }

    private static boolean[] lead(View view) {
        boolean[] in = new boolean[view.terms()];
        if (view.sentences() > 0) {
            int end = view.sentenceEnd(Math.min(LEAD_SENTENCES, view.sentences()) - 1);
            for (int p = 0; p < end; p++) {
                in[view.termAt(p)] = true;
            }
        }
        return in;
    }

    private static double weight(View view, boolean[] in) {
        double sum = 0;
        for (int i = 0; i < in.length; i++) {
            sum += in[i] ? view.weight(i) : 0;
        }
        return sum;
    }

    /** The best share of a quote that a quote of the other repeats, 0 to 1. */
    double quotes() {
        double best = 0;
        for (int i = 0; i < a.quotes(); i++) {
            for (int j = 0; j < b.quotes(); j++) {
                best = Math.max(best, quote(i, j));
            }
        }
        return best;
    }

    private double quote(int i, int j) {
        double both = 0;
        double left = 0;
        double right = 0;
        for (int p = a.quoteStart(i); p < a.quoteEnd(i); p++) {
            int term = a.termAt(p);
            left += a.weight(term);
            for (int q = b.quoteStart(j); q < b.quoteEnd(j); q++) {
                if (partner[term] == b.termAt(q)) {
                    both += a.weight(term);
                    break;
                }
            }
        }
        for (int q = b.quoteStart(j); q < b.quoteEnd(j); q++) {
            right += b.weight(b.termAt(q));
        }
        double lesser = Math.max(Math.min(left, right), 12);
        return Math.min(1, both / lesser);
    }

    /** Share of neighbouring terms of the shorter text that are neighbours in the longer one. */
    double phrases() {
        return a.phrases().sharedWith(b.phrases());
    }
}
