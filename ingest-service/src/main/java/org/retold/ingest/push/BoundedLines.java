package org.retold.ingest.push;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts a stream of any length into lines, and keeps no more of a line than fits. */
public final class BoundedLines {

    private final InputStream stream;
    private final int longest;
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int filled;
    private long number;

    /** @param longest most bytes of a line; of a longer one only the head is kept */
    public BoundedLines(InputStream stream, int longest) {
        this.stream = stream;
        this.longest = longest;
    }

    /** A line without its end. */
    public static final class Line {

        private final long number;
        private final byte[] bytes;
        private final boolean tooLong;

        private Line(long number, byte[] bytes, boolean tooLong) {
            this.number = number;
            this.bytes = bytes;
            this.tooLong = tooLong;
        }

        /** Counted from 1. */
        public long number() {
            return number;
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        /** Whether there was more of it. */
        public boolean tooLong() {
            return tooLong;
        }

        public boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** Empty at the end of the stream. */
    public Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean any = false;
        while (position < filled || fill()) {
            any = true;
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            int fits = Math.min(end - position, longest - line.size());
            line.write(buffer, position, fits);
            tooLong = tooLong || fits < end - position;
            position = Math.min(end + 1, filled);
            if (end < filled) {
                break;
            }
        }
        return any ? Optional.of(new Line(++number, line.toByteArray(), tooLong)) : Optional.empty();
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, stream.read(buffer));
        return filled > 0;
    }
}
