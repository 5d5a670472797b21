package org.retold.ingest.rest;

import java.io.IOException;
import java.io.InputStream;

/** Reads a body that has no business being large. */
final class BoundedBody {

    private BoundedBody() {}

    static byte[] read(InputStream body, int mostBytes) throws IOException {
        byte[] bytes = body.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw new ProblemException(413, "the body has more than %d bytes".formatted(mostBytes));
        }
        return bytes;
    }
}
