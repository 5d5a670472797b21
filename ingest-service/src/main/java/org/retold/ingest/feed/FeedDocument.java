package org.retold.ingest.feed;

import org.jspecify.annotations.Nullable;

/** A feed as it came over the wire: bytes, because the charset is still to be found out. */
public final class FeedDocument {

    private final byte[] bytes;
    private final String url;
    private final @Nullable String charset;
    private final @Nullable String language;

    /**
     * @param url where it was found: what relative addresses relate to
     * @param charset as the transport declares it, perhaps wrongly
     * @param language as the transport declares it
     */
    public FeedDocument(byte[] bytes, String url, @Nullable String charset, @Nullable String language) {
        this.bytes = bytes.clone();
        this.url = url;
        this.charset = charset;
        this.language = language;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bytes it has. */
    public int size() {
        return bytes.length;
    }

    public String url() {
        return url;
    }

    public @Nullable String charset() {
        return charset;
    }

    public @Nullable String language() {
        return language;
    }
}
