package org.retold.ingest;

import java.time.Duration;
import org.retold.outbound.Gate;

/** A gate whose words are counted, with the time that they took. */
record CountedGate(Gate gate, IngestMetrics metrics) implements Gate {

    @Override
    public Word before(String url) throws InterruptedException {
        long start = System.nanoTime();
        Word word = gate.before(url);
        metrics.asked(word, Duration.ofNanos(System.nanoTime() - start));
        return word;
    }
}
