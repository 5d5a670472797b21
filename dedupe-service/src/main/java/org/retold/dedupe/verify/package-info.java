/**
 * How probable it is that two articles derive from one source report, and why:
 *
 * <pre>
 *   View, View ──▶ Comparison (overlaps, alignment) ──▶ Features ──▶ Model (logistic, calibrated) ──▶ Match
 * </pre>
 */
@NullMarked
package org.retold.dedupe.verify;

import org.jspecify.annotations.NullMarked;
