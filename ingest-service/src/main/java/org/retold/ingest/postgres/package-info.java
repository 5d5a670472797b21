/** Keeps the feeds, what was seen of them, and whose turn it is at a site: schema {@code ingest}. */
@NullMarked
package org.retold.ingest.postgres;

import org.jspecify.annotations.NullMarked;
