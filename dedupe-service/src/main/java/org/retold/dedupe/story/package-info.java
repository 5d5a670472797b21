/**
 * The one story writer, without its stores: it decides article after article, in arrival order.
 *
 * <pre>
 *   Finding (article, links) ─┐                 Clusterer: join, found, digest, merge, part
 *   Correction ───────────────┼─▶ StoryWriter ◀─┤
 *   takedown ─────────────────┤       │          Rulings: what operators said
 *   time passes ──────────────┘       │          Departures: who leaves
 *                                     ▼
 *        Ledger ◀──▶ Edition ──▶ Change: snapshots, events, evidence
 * </pre>
 */
@NullMarked
package org.retold.dedupe.story;

import org.jspecify.annotations.NullMarked;
