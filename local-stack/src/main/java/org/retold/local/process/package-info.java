/**
 * Processes that we start: tied to us, watched, started again when they die.
 *
 * <pre>
 * Child (what to run) ─▶ Supervised ─▶ Tether ─▶ a process that ends when we end
 *                            └▶ Ending, when it dies unasked; Backoff says when the next life begins
 * </pre>
 */
@NullMarked
package org.retold.local.process;

import org.jspecify.annotations.NullMarked;
