/**
 * Lists of stories as feeds for feed readers: RSS 2.0, Atom 1.0 and JSON Feed 1.1.
 *
 * <pre>
 * StoryPage ─▶ StoryFeed ─┬▶ XmlFeeds (XmlDocument): RSS 2.0, Atom 1.0
 *                         └▶ JsonFeed: JSON Feed 1.1
 * </pre>
 */
@NullMarked
package org.retold.api.syndication;

import org.jspecify.annotations.NullMarked;
