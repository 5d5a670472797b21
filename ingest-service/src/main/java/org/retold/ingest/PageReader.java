package org.retold.ingest;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.retold.contract.ItemBody;
import org.retold.ingest.item.PageFacts;

/** Looks into pages, not too many at a time: in memory they are many times their size on the wire. */
final class PageReader {

    private static final int READ_AT_A_TIME = 2;

    private final Semaphore reading = new Semaphore(READ_AT_A_TIME);

    PageFacts read(@Nullable ItemBody body) throws InterruptedException {
        reading.acquire();
        try {
            return PageFacts.of(body);
        } finally {
            reading.release();
        }
    }
}
