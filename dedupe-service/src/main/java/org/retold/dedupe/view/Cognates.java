package org.retold.dedupe.view;

import java.util.Arrays;

/** The terms of a view that share meaning or sound with words of other languages, in the order of what they share. */
public final class Cognates {

    private final long[] order;

    private Cognates(long[] order) {
        this.order = order;
    }

    static Cognates of(View view) {
        long[] found = new long[view.terms()];
        int count = 0;
        for (int term = 0; term < found.length; term++) {
            if (view.cognate(term) != 0) {
                found[count++] = (long) view.cognate(term) << Integer.SIZE | term;
            }
        }
        HashOrder.sort(found, count);
        return new Cognates(Arrays.copyOf(found, count));
    }

    public int size() {
        return order.length;
    }

    /** What a term shares; ascending. */
    public int cognate(int place) {
        return (int) (order[place] >> Integer.SIZE);
    }

    /** The term's number in the view; ascending among those that share the same. */
    public int term(int place) {
        return (int) order[place];
    }
}
