/**
 * Turns the entries of feeds into items.
 *
 * <pre>
 * FeedEntry ─▶ IdentifiedEntry ─▶ EntryText: full, introduction or nothing ─▶ Item
 * </pre>
 */
@NullMarked
package org.retold.ingest.item;

import org.jspecify.annotations.NullMarked;
