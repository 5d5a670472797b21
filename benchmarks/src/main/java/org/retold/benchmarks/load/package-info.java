/**
 * The whole pipeline under a constant load, as it runs in production, on one machine:
 *
 * <pre>
 *   MadeNews ─▶ Submission ─▶ Pusher ─▶ ingest ═▶ normalize ═▶ dedupe ═▶ api ─▶ its stream of events ─▶ Listener
 *                               └─ when it was accepted ────▶ Journeys ◀──── when its story was told ──────┘
 * </pre>
 */
@NullMarked
package org.retold.benchmarks.load;

import org.jspecify.annotations.NullMarked;
