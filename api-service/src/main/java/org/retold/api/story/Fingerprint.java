package org.retold.api.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Tells whether the same was said before, without keeping what was said. */
public final class Fingerprint {

    private Fingerprint() {}

    /** The first half of an MD5 hash, as UUIDs have it. */
    public static long of(String said) {
        return UUID.nameUUIDFromBytes(said.getBytes(UTF_8)).getMostSignificantBits();
    }
}
