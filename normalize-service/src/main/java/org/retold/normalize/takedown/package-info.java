/**
 * What operators want to be gone: which articles that is, where their records are, and how far it has come.
 *
 * <pre>
 * takedowns, removals ─▶ Takedowns ─┬▶ bars what comes again
 *                                   └▶ Order ─▶ Search ◀─ items, articles, one walk through each
 * </pre>
 */
@NullMarked
package org.retold.normalize.takedown;

import org.jspecify.annotations.NullMarked;
