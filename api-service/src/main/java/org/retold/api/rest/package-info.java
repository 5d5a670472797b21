/**
 * What programs read over HTTP: JSON, feeds, and events as they happen. Every error is a {@link org.retold.api.rest.Problem}.
 *
 * <pre>
 * request ─▶ StoryResource, ArticleResource, ... ─▶ postgres ─▶ JsonAnswer (stable JSON, weak ETag, 304)
 *         ─▶ SyndicationResource ─▶ postgres ─▶ syndication (RSS, Atom, JSON Feed)
 *         ─▶ StreamResource ─▶ live ─▶ StoryStream (server-sent events)
 *         ─▶ LookupResource ─▶ kafka.LookupLine
 *         ─▶ WebhookResource, DeliveryResource ─▶ WebhookDesk ─▶ postgres, http.Mailroom
 * operator ─▶ OperatorFilter ─▶ Desk ─▶ retold.corrections.v1 ─▶ 202
 * </pre>
 *
 * What the OpenAPI document says of all calls alike comes from {@link org.retold.api.rest.CommonAnswers}, {@link
 * org.retold.api.rest.AnswerSchemas} and {@link org.retold.api.rest.AnswerExamples}; a test walks it.
 */
@NullMarked
package org.retold.api.rest;

import org.jspecify.annotations.NullMarked;
