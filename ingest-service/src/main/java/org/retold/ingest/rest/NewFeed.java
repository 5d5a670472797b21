package org.retold.ingest.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Json;

/**
 * A feed to be read.
 *
 * @param url of the feed, http or https
 * @param folder names from the outside in, joined by {@code /}
 */
public record NewFeed(@Nullable String url, @Nullable String folder) {

    private static final ObjectReader STRICT =
            Json.MAPPER.readerFor(NewFeed.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static NewFeed read(byte[] body) throws IOException {
        try {
            NewFeed feed = STRICT.readValue(body);
            if (feed != null) {
                return feed;
            }
        } catch (JsonProcessingException e) {
            throw new ProblemException(
                    400, "the body must be {\"url\", \"folder\"?}: %s".formatted(e.getOriginalMessage()));
        }
        throw new ProblemException(400, "the body must be {\"url\", \"folder\"?}");
    }
}
