/**
 * What the API costs and how fast it answers with very many stories behind it:
 *
 * <pre>
 * MadeStories ─▶ Loading (COPY) ─▶ PostgreSQL ◀── api-service ◀── broker ◀── StoryUpdates
 *                                                     ▲
 *        Mix (what is asked) ─▶ OpenLoop (when) ──────┘─▶ Latencies, counted from when a request was due
 * </pre>
 */
@NullMarked
package org.retold.benchmarks.api;

import org.jspecify.annotations.NullMarked;
