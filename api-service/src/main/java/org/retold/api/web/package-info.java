/**
 * What people read: pages rendered here, with one small script, without other hosts; English or French.
 *
 * <pre>
 * request ─▶ PageResource ─▶ postgres ─▶ StoriesView, StoryView, ComparisonView, FeedsView ─▶ templates
 *                                        (words and links, ready to print)              in a Frame
 * </pre>
 */
@NullMarked
package org.retold.api.web;

import org.jspecify.annotations.NullMarked;
