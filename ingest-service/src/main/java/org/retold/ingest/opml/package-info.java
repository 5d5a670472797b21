/** Reads and writes lists of feeds in OPML, with their folders. */
@NullMarked
package org.retold.ingest.opml;

import org.jspecify.annotations.NullMarked;
