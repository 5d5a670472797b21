/**
 * Trains the verifier and measures how well retellings are found:
 *
 * <pre>
 *   corpora ──▶ LabelledStream (views, candidates, features) ──▶ Training (weights, calibration, clustering) ──▶ model.json
 *                                                            └──▶ CrossValidation (the same, without what is scored) ──▶ docs/quality.md
 * </pre>
 */
@NullMarked
package org.retold.benchmarks.retelling;

import org.jspecify.annotations.NullMarked;
