package org.retold.outbound;

import java.util.Map;

/**
 * Something to be told to a server that wants to hear it.
 *
 * @param url http or https
 * @param mediaType of the body
 * @param body text, sent as UTF-8
 * @param headers further ones, by name
 * @param maxBytes so many bytes of the answer are taken, after decompression; the rest is left
 */
public record Message(String url, String mediaType, String body, Map<String, String> headers, int maxBytes) {

    public Message {
        headers = Map.copyOf(headers);
        if (maxBytes < 0 || maxBytes > Request.MOST_BYTES) {
            throw new IllegalArgumentException(
                    "of an answer 0 to %d bytes are taken, not %d".formatted(Request.MOST_BYTES, maxBytes));
        }
    }
}
