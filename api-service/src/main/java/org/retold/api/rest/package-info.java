/**
 * What programs read: JSON over HTTP. Every error is a {@link org.retold.api.rest.Problem}.
 *
 * <pre>
 * request ─▶ StoryResource, ArticleResource, ... ─▶ postgres ─▶ JsonAnswer (stable JSON, weak ETag, 304)
 * operator ─▶ OperatorFilter ─▶ Desk ─▶ retold.corrections.v1 ─▶ 202
 * </pre>
 */
@NullMarked
package org.retold.api.rest;

import org.jspecify.annotations.NullMarked;
