/**
 * What it costs to find an article's text on pages that others collected, and how well it is found, beside readability4j.
 *
 * <pre>
 * OutsidePages ─▶ ExtractionSpeed (JMH, CpuTime) ─┐
 *             ├─▶ ShingleScore ───────────────────┼─▶ EvaluateExtraction ─▶ benchmarks/results/extraction.md
 *             └─▶ Steps (where the time goes) ────┘
 * </pre>
 */
@NullMarked
package org.retold.benchmarks.extraction;

import org.jspecify.annotations.NullMarked;
