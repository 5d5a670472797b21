/**
 * The topology's processors over the pure rooms: codecs, stores, topics, and the client that runs it.
 *
 * <pre>
 *   ReadArticles, ReadLookups ──▶ SearchShard (StoreShelf) ──▶ WriteStories, ApplyCorrections (StoreLedger)
 * </pre>
 */
@NullMarked
package org.retold.dedupe.kafka;

import org.jspecify.annotations.NullMarked;
