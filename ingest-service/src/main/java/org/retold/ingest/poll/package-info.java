/**
 * Who is read, when, and what became of it.
 *
 * <pre>
 * Feed ─▶ (asked) ─▶ FetchOutcome ─▶ (read, sent) ─▶ PollOutcome ─▶ PollSchedule ─▶ PollPlan ─▶ Feed
 * </pre>
 */
@NullMarked
package org.retold.ingest.poll;

import org.jspecify.annotations.NullMarked;
