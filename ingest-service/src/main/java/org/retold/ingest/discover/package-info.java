/**
 * Finds the feed of a page: what people have is the address of a site, not of its feed.
 *
 * <pre>
 * page ─▶ PageFeeds ─▶ addresses, best first: named by the page, then where its software keeps them, then linked
 * </pre>
 */
@NullMarked
package org.retold.ingest.discover;

import org.jspecify.annotations.NullMarked;
