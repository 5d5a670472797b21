package org.retold.api.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import org.retold.api.story.StableJson;
import org.retold.contract.Json;

/** Answers with stable JSON: every field is there, null where absent; who has it already gets a 304. */
final class JsonAnswer {

    private JsonAnswer() {}

    static Response of(Object value, Request request) {
        return ofJson(StableJson.bytes(value), request);
    }

    /** Stable JSON, made before. */
    static Response ofJson(byte[] json, Request request) {
        return TaggedAnswer.of(json, MediaType.APPLICATION_JSON_TYPE, request);
    }

    /** An answer that is not to be kept. */
    static Response unkept(Object value) {
        return unkept(Response.Status.OK, value).build();
    }

    /** What was asked for will be done; not to be kept. */
    static Response.ResponseBuilder accepted(Object value) {
        return unkept(Response.Status.ACCEPTED, value);
    }

    /** What was made; not to be kept. */
    static Response.ResponseBuilder created(Object value) {
        return unkept(Response.Status.CREATED, value);
    }

    private static Response.ResponseBuilder unkept(Response.Status status, Object value) {
        return Response.status(status)
                .entity(StableJson.bytes(value))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store");
    }

    /** Without what is absent, for formats that others made. */
    static byte[] sparse(Object value) {
        try {
            return Json.MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
