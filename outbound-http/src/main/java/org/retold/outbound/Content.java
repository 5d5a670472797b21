package org.retold.outbound;

import org.jspecify.annotations.Nullable;

/** The bytes of an answer, decompressed, as the transport declared them. */
public final class Content {

    private final byte[] bytes;
    private final @Nullable String mediaType;
    private final @Nullable String charset;

    /**
     * @param mediaType without parameters, lower case, for example {@code text/html}; null when it was not declared
     * @param charset as declared, perhaps wrongly; null when it was not
     */
    public Content(byte[] bytes, @Nullable String mediaType, @Nullable String charset) {
        this.bytes = bytes.clone();
        this.mediaType = mediaType;
        this.charset = charset;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }

    public @Nullable String mediaType() {
        return mediaType;
    }

    public @Nullable String charset() {
        return charset;
    }
}
