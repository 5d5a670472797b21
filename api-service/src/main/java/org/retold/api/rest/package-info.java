/**
 * What programs read: JSON over HTTP. Every error is a {@link org.retold.api.rest.Problem}.
 *
 * <pre>
 * request ─▶ StoryResource, ArticleResource, ... ─▶ postgres ─▶ JsonAnswer (stable JSON, weak ETag, 304)
 * </pre>
 */
@NullMarked
package org.retold.api.rest;

import org.jspecify.annotations.NullMarked;
