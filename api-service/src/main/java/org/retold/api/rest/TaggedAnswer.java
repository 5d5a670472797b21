package org.retold.api.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** An answer that is cheap to ask for again: who has it already gets a 304. */
final class TaggedAnswer {

    /** Polls within this time may be answered by a cache. */
    private static final String CACHE_CONTROL = "public, max-age=2, must-revalidate";

    private static final int TAG_BYTES = 12;

    private TaggedAnswer() {}

    static Response of(byte[] body, MediaType type, Request request) {
        EntityTag tag = new EntityTag(tag(body), true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(body, type) : unchanged;
        return of(answer, tag);
    }

    static Response of(Response.ResponseBuilder answer, EntityTag tag) {
        return answer.tag(tag).header("Cache-Control", CACHE_CONTROL).build();
    }

    private static String tag(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
