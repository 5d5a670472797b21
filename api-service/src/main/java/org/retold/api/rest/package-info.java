/**
 * What programs read over HTTP: JSON, feeds, and events as they happen. Every error is a {@link org.retold.api.rest.Problem}.
 *
 * <pre>
 * request ─▶ StoryResource, ArticleResource, ... ─▶ postgres ─▶ JsonAnswer (stable JSON, weak ETag, 304)
 *         ─▶ SyndicationResource ─▶ postgres ─▶ syndication (RSS, Atom, JSON Feed)
 *         ─▶ StreamResource ─▶ live ─▶ StoryStream (server-sent events)
 *         ─▶ LookupResource ─▶ kafka.LookupLine
 * operator ─▶ OperatorFilter ─▶ Desk ─▶ retold.corrections.v1 ─▶ 202
 * </pre>
 */
@NullMarked
package org.retold.api.rest;

import org.jspecify.annotations.NullMarked;
