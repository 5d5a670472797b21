/**
 * What sketching, verification and evidence need to know of an article, far smaller than its text:
 *
 * <pre>
 *   title, paragraphs ──▶ Views (tokens, sentences, stems, names, numbers, dates, quotes, rarity) ──▶ View ──▶ bytes
 * </pre>
 */
@NullMarked
package org.retold.dedupe.view;

import org.jspecify.annotations.NullMarked;
