package org.retold.api.rest;

import jakarta.ws.rs.core.EntityTag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tags of answers that were given lately, and how far the topics were read then; for any number of threads. */
final class KnownAnswers {

    private static final int MOST = 10_000;
    private static final int LONGEST_URI = 1_000;

    private record Known(String readSoFar, EntityTag tag) {}

    private final Map<String, Known> byUri = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    /** The tag of the answer that was given when so much was read; empty where none was. */
    synchronized Optional<EntityTag> tag(String uri, String readSoFar) {
        return Optional.ofNullable(byUri.get(uri))
                .filter(known -> known.readSoFar().equals(readSoFar))
                .map(Known::tag);
    }

    synchronized void put(String uri, String readSoFar, EntityTag tag) {
        if (uri.length() <= LONGEST_URI) {
            byUri.put(uri, new Known(readSoFar, tag));
        }
    }
}
