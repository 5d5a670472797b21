package org.retold.normalize.kafka;

import java.util.function.Supplier;
import org.retold.normalize.article.Outcome;

/** Counts what became of the items and how long that took. */
public interface Tally {

    /** Runs the normalisation of one item and counts its outcome. */
    Outcome count(Supplier<Outcome> normalization);

    /** An item that was refused before or instead of being normalised. */
    void refused(String code);
}
