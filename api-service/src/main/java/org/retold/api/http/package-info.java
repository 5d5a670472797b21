/**
 * Sends letters to webhooks.
 *
 * <pre>
 * Mailroom: prepare (Outbox) ─▶ lease webhooks that are due (Letterbox) ─▶ a thread for each
 *                                    take a letter ─▶ Postman ─▶ receiver ─▶ write down what came of it ─▶ the next
 * </pre>
 *
 * Each webhook is told one thing at a time, so a slow receiver waits for itself only.
 */
@NullMarked
package org.retold.api.http;

import org.jspecify.annotations.NullMarked;
