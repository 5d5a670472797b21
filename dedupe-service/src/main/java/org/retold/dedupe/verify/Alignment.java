package org.retold.dedupe.verify;

import java.util.Arrays;
import org.retold.dedupe.view.View;

/**
 * For each sentence of the article of less weight, the sentence of the other that says most of it.
 *
 * @param swapped whether the lighter article is the comparison's second
 * @param best index of the best sentence of the heavier article, or -1
 * @param overlap its likeness, 0 to 1
 * @param weight of each sentence of the lighter article
 */
@SuppressWarnings("ArrayRecordComponent")
record Alignment(boolean swapped, int[] best, double[] overlap, double[] weight) {

    private static final int FEWEST_TERMS = 3;
    private static final int TITLE_AND_LEAD = 3;
    private static final double LEAST_TOLD = 0.15;

    static Alignment of(Comparison comparison, int[] partnerOfA) {
        View a = comparison.a;
        View b = comparison.b;
        boolean swapped = a.totalWeight() > b.totalWeight();
        View light = swapped ? b : a;
        View heavy = swapped ? a : b;
        int[] partner = partnerOfA;
        if (swapped) {
            partner = new int[b.terms()];
            Arrays.fill(partner, -1);
            for (int i = 0; i < partnerOfA.length; i++) {
                if (partnerOfA[i] >= 0) {
                    partner[partnerOfA[i]] = i;
                }
            }
        }
        int[][] where = sentencesOf(heavy);
        double[] heavyWeights = weights(heavy);
        double[] lightWeights = weights(light);
        int n = light.sentences();
        int[] best = new int[n];
        double[] overlap = new double[n];
        double[] row = new double[heavy.sentences()];
        boolean[] seen = new boolean[light.terms()];
        for (int s = 0; s < n; s++) {
            Arrays.fill(row, 0);
            best[s] = -1;
            if (light.sentenceEnd(s) - light.sentenceStart(s) < FEWEST_TERMS) {
                lightWeights[s] = 0;
                continue;
            }
            for (int p = light.sentenceStart(s); p < light.sentenceEnd(s); p++) {
                int term = light.termAt(p);
                if (seen[term] || partner[term] < 0) {
                    continue;
                }
                seen[term] = true;
                double weight = Math.min(light.weight(term), heavy.weight(partner[term]));
                for (int other : where[partner[term]]) {
                    row[other] += weight;
                }
            }
            for (int p = light.sentenceStart(s); p < light.sentenceEnd(s); p++) {
                seen[light.termAt(p)] = false;
            }
            for (int other = 0; other < row.length; other++) {
                if (row[other] > 0) {
                    double likeness = row[other] / (0.5 * (lightWeights[s] + heavyWeights[other]));
                    if (likeness > overlap[s]) {
                        overlap[s] = likeness;
                        best[s] = other;
                    }
                }
            }
        }
        return new Alignment(swapped, best, overlap, lightWeights);
    }

    private static double[] weights(View view) {
        double[] weights = new double[view.sentences()];
        int[] last = new int[view.terms()];
        for (int s = 0; s < weights.length; s++) {
            for (int p = view.sentenceStart(s); p < view.sentenceEnd(s); p++) {
                int term = view.termAt(p);
                if (last[term] != s + 1) {
                    last[term] = s + 1;
                    weights[s] += view.weight(term);
                }
            }
        }
        return weights;
    }

    private static int[][] sentencesOf(View view) {
        int[] count = new int[view.terms()];
        int[] last = new int[view.terms()];
        for (int s = 0; s < view.sentences(); s++) {
            for (int p = view.sentenceStart(s); p < view.sentenceEnd(s); p++) {
                int term = view.termAt(p);
                if (last[term] != s + 1) {
                    last[term] = s + 1;
                    count[term]++;
                }
            }
        }
        int[][] where = new int[view.terms()][];
        for (int i = 0; i < where.length; i++) {
            where[i] = new int[count[i]];
            count[i] = 0;
        }
        Arrays.fill(last, 0);
        for (int s = 0; s < view.sentences(); s++) {
            for (int p = view.sentenceStart(s); p < view.sentenceEnd(s); p++) {
                int term = view.termAt(p);
                if (last[term] != s + 1) {
                    last[term] = s + 1;
                    where[term][count[term]++] = s;
                }
            }
        }
        return where;
    }

    /** Mean likeness, weighted. */
    double mean() {
        double all = 0;
        double said = 0;
        for (int s = 0; s < best.length; s++) {
            all += weight[s];
            said += weight[s] * Math.min(1, overlap[s]);
        }
        return all == 0 ? 0 : said / all;
    }

    /** Weighted share of the sentences that are told at least so well. */
    double share(double least) {
        double all = 0;
        double said = 0;
        for (int s = 0; s < best.length; s++) {
            all += weight[s];
            said += overlap[s] >= least ? weight[s] : 0;
        }
        return all == 0 ? 0 : said / all;
    }

    /** Weighted share of the sentences that are told in the order in which they stand; 0 to 1. */
    double inOrder() {
        return longestInOrder(false);
    }

    /** Weighted mean likeness of the sentences that are told in order, the others counted as nothing; 0 to 1. */
    double meanInOrder() {
        return longestInOrder(true);
    }

    /** The heaviest run of sentences, gaps allowed, whose best matches never go back; the title is none of them. */
    private double longestInOrder(boolean byLikeness) {
        int first = best.length > TITLE_AND_LEAD ? 1 : 0;
        double[] run = new double[best.length];
        double longest = 0;
        double all = 0;
        for (int s = 0; s < best.length; s++) {
            all += weight[s];
            if (s < first || !isTold(s)) {
                continue;
            }
            for (int before = first; before < s; before++) {
                if (isTold(before) && best[before] <= best[s]) {
                    run[s] = Math.max(run[s], run[before]);
                }
            }
            run[s] += weight[s] * (byLikeness ? Math.min(1, overlap[s]) : 1);
            longest = Math.max(longest, run[s]);
        }
        return all == 0 ? 0 : longest / all;
    }

    private boolean isTold(int sentence) {
        return best[sentence] >= 0 && overlap[sentence] >= LEAST_TOLD;
    }
}
