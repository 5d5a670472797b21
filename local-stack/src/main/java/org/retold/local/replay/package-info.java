/**
 * What would change if stories were built anew. Pure.
 *
 * <pre>
 * live stories ───┐
 *                 ├▶ Comparison ─┬▶ Agreement (pairs, F1, adjusted Rand index)
 * shadow stories ─┘              └▶ Difference (splits, merges, ...) ─▶ ReplayReport (lines, JSON)
 * </pre>
 */
@NullMarked
package org.retold.local.replay;

import org.jspecify.annotations.NullMarked;
