/**
 * The demo site: invented outlets, each with the feed and the pages that its kind of site has. Pure: texts in, documents
 * out.
 *
 * <pre>
 * publishers.json, articles/*.json ─▶ DemoContent ─▶ Outlet (a publisher at its address) ─┬▶ Look: feed, pages
 *                                                                                        └▶ Newsstand: OPML, articles
 * </pre>
 */
@NullMarked
package org.retold.local.demo;

import org.jspecify.annotations.NullMarked;
