package org.retold.contract;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not be read, and why; the stream went on.
 *
 * @param where the service that refused it, for example {@code normalize-service}
 * @param code stable reason code in kebab case, for example {@code not-json}, {@code unknown-version}, {@code no-title}
 * @param message one sentence for people
 * @param topic where it was read from; absent when it never reached a topic
 * @param partition of that topic
 * @param offset in that partition
 * @param key the record's key, or the URL of what was refused
 * @param url of the item or feed, where known
 * @param original base64 of the original bytes, at most {@link #MAX_ORIGINAL_BYTES} of them
 * @param truncated whether the original was longer
 */
public record Rejection(
        String where,
        String code,
        String message,
        @Nullable String topic,
        @Nullable Integer partition,
        @Nullable Long offset,
        @Nullable String key,
        @Nullable String url,
        @Nullable String original,
        boolean truncated,
        Instant at) {

    /** This much of the original is kept: 256 KiB. */
    public static final int MAX_ORIGINAL_BYTES = 256 * 1024;

    /** Code of a record whose {@code ce_type} names a type or version that its reader does not know. */
    public static final String UNKNOWN_VERSION = "unknown-version";

    public Rejection {
        Required.text(where, "where");
        Required.text(code, "code");
        Required.text(message, "message");
        Required.present(at, "at");
    }

    /** The first {@link #MAX_ORIGINAL_BYTES} of a refused record, as {@link #original} holds them. */
    public static @Nullable String kept(byte @Nullable [] original) {
        if (original == null) {
            return null;
        }
        byte[] head = original.length <= MAX_ORIGINAL_BYTES
                ? original
                : java.util.Arrays.copyOf(original, MAX_ORIGINAL_BYTES);
        return Base64.getEncoder().encodeToString(head);
    }
}
