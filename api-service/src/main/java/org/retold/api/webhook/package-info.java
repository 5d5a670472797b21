/**
 * Who is told what happens to stories, and how that goes.
 *
 * <pre>
 * Webhook (kinds, WebhookFilter) ─▶ Letter: an event and its story, signed with Secrets ─▶ sent (http room)
 *                                     ▲                                                      │ Verdict
 *                                     └── RetrySchedule ◀── Standing: how its receiver does ◀─┘
 * </pre>
 *
 * A webhook holds its place among the events, as a listener to the stream does: what it was not told yet waits in the
 * table of events, so a dead receiver costs no more than a bounded number of prepared letters.
 */
@NullMarked
package org.retold.api.webhook;

import org.jspecify.annotations.NullMarked;
