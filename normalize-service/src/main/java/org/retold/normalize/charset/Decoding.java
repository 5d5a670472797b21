package org.retold.normalize.charset;

/** What came of decoding bytes. */
public sealed interface Decoding {

    /** @param charset that was used, under its IANA name */
    record Decoded(String text, String charset) implements Decoding {}

    /** @param reason one sentence for people */
    record Unreadable(String reason) implements Decoding {}
}
