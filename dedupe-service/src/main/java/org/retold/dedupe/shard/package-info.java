/**
 * One part of the index, by article:
 *
 * <pre>
 *   Probe ──▶ Shard: expire ─▶ candidates (≤ 64) ─▶ cheap score ─▶ verify (≤ 8) ─▶ keep ──▶ ShardAnswer with Links
 *                      ▲ ViewShelf (views, one an article)
 *   Probe of a takedown ──▶ Shard: drop all revisions
 * </pre>
 */
@NullMarked
package org.retold.dedupe.shard;

import org.jspecify.annotations.NullMarked;
