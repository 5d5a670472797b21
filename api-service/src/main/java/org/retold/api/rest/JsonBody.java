package org.retold.api.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.logging.Logger;
import org.retold.contract.Json;

/**
 * Reads a body of JSON that is no larger than it may be, and has no field that nobody knows.
 *
 * @param form as it is shown to whoever sends something else, for example <code>{"url", "kinds"?}</code>
 * @param largest in bytes
 */
record JsonBody<T>(Class<T> type, String form, int largest) {

    private static final Logger LOG = Logger.getLogger(JsonBody.class);

    /** @throws Refusal when it is not understood */
    T read(InputStream body) throws IOException {
        byte[] bytes = bytes(body);
        if (bytes.length > largest) {
            throw new Refusal(
                    Response.Status.REQUEST_ENTITY_TOO_LARGE, "The body is larger than %d bytes.".formatted(largest));
        }
        T read = null;
        try {
            read = Json.MAPPER
                    .readerFor(type)
                    .with(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(bytes);
        } catch (JsonProcessingException e) {
            throw Refusal.notUnderstood("The body must be %s: %s.".formatted(form, e.getOriginalMessage()));
        }
        if (read == null) {
            throw Refusal.notUnderstood("The body must be %s.".formatted(form));
        }
        return read;
    }

    /** Who hangs up meanwhile, or sends chunks that are none, is the one who can mend it. */
    private byte[] bytes(InputStream body) {
        try {
            return body.readNBytes(largest + 1);
        } catch (IOException e) {
            LOG.debugf(e, "a body could not be read");
            throw Refusal.notUnderstood(
                    "The request ended before its body did, or its body is cut into pieces wrongly.");
        }
    }
}
