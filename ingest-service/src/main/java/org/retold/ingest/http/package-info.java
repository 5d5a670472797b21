/**
 * Asks publishers for feeds and pages, one after the other per site.
 *
 * <pre>
 * Feed ─▶ FeedFetch ─┐
 *                    ├─▶ Politeness ─▶ outbound-http
 * link ─▶ PageFetch ─┘
 * </pre>
 */
@NullMarked
package org.retold.ingest.http;

import org.jspecify.annotations.NullMarked;
