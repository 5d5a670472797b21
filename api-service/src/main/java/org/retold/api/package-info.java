/**
 * The read model, and everything that is shown.
 *
 * <pre>
 * articles, evidence, stories, story-events, feeds ─▶ StoryProjection ─▶ PostgreSQL ─▶ rest (programs), web (people)
 *                                                          └▶ rejections
 * </pre>
 */
@NullMarked
package org.retold.api;

import org.jspecify.annotations.NullMarked;
