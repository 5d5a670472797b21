package org.retold.dedupe.shard;

/** Learns how much work searches are. */
@FunctionalInterface
public interface SearchGauge {

    /** Nobody measures. */
    SearchGauge NONE = (scored, verified, nanoseconds) -> {};

    /**
     * @param scored candidates that were scored cheaply
     * @param verified candidates that were verified exactly
     * @param nanoseconds that the search took
     */
    void searched(int scored, int verified, long nanoseconds);
}
