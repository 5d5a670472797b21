package org.retold.dedupe.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Evidence;
import org.retold.contract.Evidence.Fact;
import org.retold.dedupe.view.Kind;
import org.retold.dedupe.view.View;

/** The rare things that both articles say, rarest first; names that stand side by side in both are one. */
final class Facts {

    private static final double LEAST_WEIGHT = 3;

    private Facts() {}

    private record Weighed(double weight, Fact fact) {}

    static List<Fact> of(Comparison comparison) {
        View a = comparison.a;
        View b = comparison.b;
        List<Weighed> found = new ArrayList<>();
        int[] partner = new int[a.terms()];
        Arrays.fill(partner, -1);
        for (int i = 0; i < comparison.shared; i++) {
            partner[comparison.sharedA[i]] = comparison.sharedB[i];
        }
        boolean[] told = new boolean[a.terms()];
        for (int position = 0; position < a.length(); position++) {
            int term = a.termAt(position);
            int other = partner[term];
            if (told[term] || other < 0) {
                continue;
            }
            told[term] = true;
            String mine = a.surface(term);
            String theirs = b.surface(other);
            double weight = Math.min(a.weight(term), b.weight(other));
            if (mine == null || theirs == null || weight < LEAST_WEIGHT) {
                continue;
            }
            int next = nextName(comparison, position, partner);
            if (next >= 0 && !told[next]) {
                told[next] = true;
                mine = mine + " " + a.surface(next);
                theirs = theirs + " " + b.surface(partner[next]);
                weight = weight + Math.min(a.weight(next), b.weight(partner[next])) / 2;
            }
            found.add(new Weighed(weight, new Fact(kind(a.kind(term)), mine, mine.equals(theirs) ? null : theirs)));
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
                .limit(Evidence.MAX_FACTS)
                .map(Weighed::fact)
                .toList();
    }

    /** @return the name right after the one at the position, if it is right after it in the other text too, or -1 */
    private static int nextName(Comparison comparison, int position, int[] partner) {
        View a = comparison.a;
        View b = comparison.b;
        int term = a.termAt(position);
        if (a.kind(term) != Kind.NAME || position + 1 >= a.length()) {
            return -1;
        }
        int next = a.termAt(position + 1);
        if (next == term || a.kind(next) != Kind.NAME || partner[next] < 0 || surfaceless(a, next, b, partner[next])) {
            return -1;
        }
        for (int q = 0; q + 1 < b.length(); q++) {
            if (b.termAt(q) == partner[term] && b.termAt(q + 1) == partner[next]) {
                return next;
            }
        }
        return -1;
    }

    private static boolean surfaceless(View a, int term, View b, int other) {
        @Nullable String mine = a.surface(term);
        @Nullable String theirs = b.surface(other);
        return mine == null || theirs == null;
    }

    private static Fact.Kind kind(Kind kind) {
        return switch (kind) {
            case WORD -> Fact.Kind.TERM;
            case NAME -> Fact.Kind.NAME;
            case NUMBER -> Fact.Kind.NUMBER;
            case DATE -> Fact.Kind.DATE;
        };
    }
}
