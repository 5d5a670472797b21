package org.retold.outbound;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to ask for, or to post.
 *
 * @param url http or https
 * @param accept media types in the order we like them
 * @param etag of the copy we have
 * @param lastModified of the copy we have, as it was sent
 * @param maxBytes most bytes we take, after decompression
 * @param beginningOnly whether of a larger answer the first bytes are taken, rather than nothing
 * @param form what is posted; absent where nothing is
 */
public record Request(
        String url,
        String accept,
        @Nullable String etag,
        @Nullable String lastModified,
        int maxBytes,
        boolean beginningOnly,
        @Nullable Map<String, String> form) {

    /** An answer is held in memory: 256 MiB. */
    public static final int MOST_BYTES = 256 * 1024 * 1024;

    public Request {
        form = form == null ? null : Map.copyOf(form);
        if (maxBytes < 1 || maxBytes > MOST_BYTES) {
            throw new IllegalArgumentException("a request takes 1 to %d bytes, not %d".formatted(MOST_BYTES, maxBytes));
        }
    }

    /** Asks for whatever is there. */
    public static Request of(String url, String accept, int maxBytes) {
        return new Request(url, accept, null, null, maxBytes, false, null);
    }

    /** Asks for no more than the first bytes of whatever is there. */
    public static Request beginningOf(String url, String accept, int maxBytes) {
        return new Request(url, accept, null, null, maxBytes, true, null);
    }

    /** Posts a form. */
    public static Request posting(String url, Map<String, String> form, int maxBytes) {
        return new Request(url, "*/*", null, null, maxBytes, true, form);
    }

    /** The same, but only if it changed since. */
    public Request unlessStill(@Nullable String etag, @Nullable String lastModified) {
        return new Request(url, accept, etag, lastModified, maxBytes, beginningOnly, form);
    }
}
