/**
 * Two articles side by side: what both say is found and marked in both.
 *
 * <pre>
 * two texts, evidence ─▶ Comparison ─┬▶ passages (of the evidence), numbered
 *                                    ├▶ SameWords: five or more in a row
 *                                    ├▶ SharedFacts: names, numbers, dates, terms
 *                                    └▶ SharedQuotes
 *                                          └─▶ MarkedText ─▶ paragraphs in stretches and pieces
 * </pre>
 */
@NullMarked
package org.retold.api.comparison;

import org.jspecify.annotations.NullMarked;
