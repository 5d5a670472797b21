package org.retold.dedupe.shard;

/** What an arrival is to the article's earlier revisions. */
public enum Standing {
    /** The first we know of. */
    NEW,
    /** It takes the place of the earlier revision. */
    REVISED,
    /** The same revision again, or an introduction to an article of which we have the full text. */
    REPEATED
}
