/**
 * Items in, articles out: what a reader would read, and whom it credits. {@link org.retold.normalize.NormalizeTopology}
 * is the table of contents.
 *
 * <pre>
 * items ─▶ decode ─▶ normalize ─┬▶ articles          url, date, language, charset, page, credit, takedown: pure
 *              ▲                └▶ rejections        kafka, metrics: engine
 * takedowns ─▶ bars ─▶ sweep ─▶ tombstones, removals
 * </pre>
 */
@NullMarked
package org.retold.normalize;

import org.jspecify.annotations.NullMarked;
