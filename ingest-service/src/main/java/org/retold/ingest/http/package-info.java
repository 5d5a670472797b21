/**
 * Asks publishers for feeds and pages where their robots.txt allows it, one after the other per site: every hop waits for
 * its site's turn, and nobody else asks that site before the answer is here and a pause has passed. {@code FeedFinder} looks
 * what an address is that somebody wants to be read. A page that came instead of an article's is told by {@code Wall}.
 *
 * <pre>
 * Feed ─▶ FeedFetch ─┐                        every hop
 *                    ├─▶ outbound-http ─▶ Politeness ─▶ SiteGate ─▶ web
 * link ─▶ PageFetch ─┘                        │             │
 *                                        RobotsFetch    SiteBudget
 * </pre>
 */
@NullMarked
package org.retold.ingest.http;

import org.jspecify.annotations.NullMarked;
