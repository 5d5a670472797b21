package org.retold.ingest.push;

import java.util.List;

/**
 * What became of a push import.
 *
 * @param accepted lines that Kafka acknowledged
 * @param rejected lines that were refused, each with a rejection on its topic
 * @param reasons why, for the first {@link #MOST_REASONS} of them
 */
public record PushReport(long accepted, long rejected, List<Reason> reasons) {

    public static final int MOST_REASONS = 100;

    public PushReport {
        reasons = List.copyOf(reasons);
    }

    /** @param line counted from 1 */
    public record Reason(long line, String code, String message) {}
}
