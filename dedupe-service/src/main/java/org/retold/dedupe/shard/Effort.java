package org.retold.dedupe.shard;

import org.retold.dedupe.verify.Shortlist;

/**
 * What a shard looks at for one probe.
 *
 * @param scored candidates that are scored cheaply, at most
 * @param verified candidates that are verified exactly, at most
 */
public record Effort(int scored, int verified) {

    /** Its share where so many shards look: together they do no more than one alone would, unless they are very many. */
    public static Effort sharedBy(int shards) {
        return new Effort(Math.max(1, Shortlist.SCORED / shards), Math.max(1, Shortlist.VERIFIED / shards));
    }
}
