package org.retold.local.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What a site answers.
 *
 * @param contentType as its server sends it, which need not name the charset
 * @param charset that the text is sent in
 * @param validators which headers its server sends for conditional requests
 */
public record Document(String contentType, Charset charset, String text, Validators validators) {

    /** How a server lets clients ask for changes only. */
    public enum Validators {
        /** No. */
        NONE,
        /** An entity tag. */
        ENTITY_TAG,
        /** As SPIP: a date, which it leaves out when it was asked with one. */
        DATE_ONCE
    }

    static Document html(String text) {
        return new Document("text/html; charset=utf-8", StandardCharsets.UTF_8, text, Validators.NONE);
    }

    static Document plain(String text) {
        return new Document("text/plain; charset=utf-8", StandardCharsets.UTF_8, text, Validators.NONE);
    }

    /** The bytes on the wire. */
    public byte[] bytes() {
        return Markup.bytes(text, charset);
    }
}
