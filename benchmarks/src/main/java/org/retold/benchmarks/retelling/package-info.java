/**
 * Trains the verifier and measures how well retellings are found:
 *
 * <pre>
 *   corpora ──▶ Archive (views, sketches, what two share) ──▶ LabelledStream (an order of arrival, candidates)
 *                                                                  │
 *                              Training (weights, calibration, clustering) ──▶ model.json
 *                                                                  │
 *                              HeldOut (a model for each part, without it) ──▶ WrittenStories (the service's writer)
 *                                                                  │
 *   EvaluateRetelling ◀── CrossValidation, ArrivalOrders, SeedsAmidOthers, CandidateRecall, Rivals ──▶ docs/quality.md
 * </pre>
 */
@NullMarked
package org.retold.benchmarks.retelling;

import org.jspecify.annotations.NullMarked;
