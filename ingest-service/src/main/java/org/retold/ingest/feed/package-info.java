/**
 * Reads feeds as they are on the web, and knows nothing of how they get here.
 *
 * <pre>
 * FeedDocument ─▶ FeedReader ─▶ FeedCharset ─▶ XmlFeedReader (RSS, RDF, Atom, CDF) ─┬─▶ ReadFeed with its FeedEntries
 *                                            └▶ JsonFeedReader ──────────────────────┴─▶ NotAFeed, and why
 * </pre>
 */
@NullMarked
package org.retold.ingest.feed;

import org.jspecify.annotations.NullMarked;
