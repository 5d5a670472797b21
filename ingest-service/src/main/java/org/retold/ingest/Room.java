package org.retold.ingest;

import java.util.concurrent.Semaphore;

/**
 * Room in memory for copies of feeds. Who asks for one takes room for the largest first, as nobody knows how large it is
 * until it is here; so the bound holds whatever the web sends.
 */
final class Room {

    private static final int KIBIBYTE = 1024;

    private final Semaphore kibibytes;
    private final int largest;

    /**
     * @param copies so many of the largest have room
     * @param largestCopy in bytes
     */
    Room(int copies, int largestCopy) {
        this.largest = kibibytes(largestCopy);
        this.kibibytes = new Semaphore(copies * largest, true);
    }

    /** Waits until there is room for the largest copy. */
    Share take() throws InterruptedException {
        kibibytes.acquire(largest);
        return new Share(largest);
    }

    private static int kibibytes(int bytes) {
        return bytes / KIBIBYTE + 1;
    }

    /** Room that somebody has. */
    final class Share implements AutoCloseable {

        private int held;

        private Share(int held) {
            this.held = held;
        }

        /** Gives back what a copy of this size does not need. */
        void shrinkTo(int bytes) {
            int needed = Math.min(held, kibibytes(bytes));
            kibibytes.release(held - needed);
            held = needed;
        }

        @Override
        public void close() {
            kibibytes.release(held);
            held = 0;
        }
    }
}
