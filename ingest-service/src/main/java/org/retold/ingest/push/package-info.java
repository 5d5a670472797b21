/**
 * Reads the lines of a push import.
 *
 * <pre>
 * bytes ─▶ BoundedLines ─▶ PushLine ─▶ Item, or why not ─▶ PushReport
 * </pre>
 */
@NullMarked
package org.retold.ingest.push;

import org.jspecify.annotations.NullMarked;
