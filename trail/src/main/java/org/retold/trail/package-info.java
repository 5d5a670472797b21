/**
 * The trail of an article: what it leaves behind in the logs of the services it comes through, and its trace.
 *
 * <pre>
 * LOG.debugf("item sent itemKey=%s", key) ─▶ console handler ─▶ JsonLines ── text ─▶ 2026-11-22 … item sent itemKey=…
 *                                                                 └── json ─▶ JsonLine ─▶ {"message":"item sent","itemKey":…}
 *
 * Leg.begin("decide", record.headers()) ─▶ traceparent of the record ─▶ span, current while it lasts
 * Leg.carry(headers of what is written) ◀─ traceparent ◀────────────────┘   └─▶ OTLP, where traces are on
 * </pre>
 *
 * <p>What requests leave behind in metrics is bounded by {@code RequestLabels}. For lines and metrics, being on the class path
 * is enough. Keys are of one vocabulary:
 *
 * <ul>
 *   <li>{@code itemKey}: ingest-service and normalize-service; what tells articles apart before their pages are read
 *   <li>{@code articleId}: from normalize-service on, whose lines hold both
 *   <li>{@code storyId}: from dedupe-service on, whose lines hold {@code articleId} too
 * </ul>
 */
@NullMarked
package org.retold.trail;

import org.jspecify.annotations.NullMarked;
