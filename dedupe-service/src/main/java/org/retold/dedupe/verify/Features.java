package org.retold.dedupe.verify;

/** The features of a pair of articles, in the model's order. */
final class Features {

    private Features() {}
}
