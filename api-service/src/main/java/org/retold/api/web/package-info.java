/**
 * What people read: pages rendered here, without script, without other hosts; English or French.
 *
 * <pre>
 * request ─▶ PageResource ─▶ postgres ─▶ StoriesView, StoryView (words and links, ready to print) ─▶ templates
 * </pre>
 */
@NullMarked
package org.retold.api.web;

import org.jspecify.annotations.NullMarked;
