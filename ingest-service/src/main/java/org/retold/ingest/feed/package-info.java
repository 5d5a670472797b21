/**
 * Reads feeds as they are on the web, and knows nothing of how they get here.
 *
 * <pre>
 * FeedDocument ─▶ FeedReader ─▶ FeedCharset ─▶ XmlFeedReader (RSS, RDF, Atom, CDF) ─┬─▶ ReadFeed with its FeedEntries
 *                                            └▶ JsonFeedReader ──────────────────────┴─▶ NotAFeed, and why
 * </pre>
 *
 * <p>Why not Rome: of 2,106 outside feeds it reads 1,994, this 2,105; of 530 expected values this finds 501. Rome throws
 * on missing channels, document types, truncated XML and odd namespaces, misreads charsets and two-digit years, takes
 * the first link for the page, resolves no base and leaves Atom inside RSS and JSON Feed alone, so that everything it
 * returns would have to be read a second time. Jsoup's parser mends the XML, and Rome stays as the measure in a test.
 */
@NullMarked
package org.retold.ingest.feed;

import org.jspecify.annotations.NullMarked;
