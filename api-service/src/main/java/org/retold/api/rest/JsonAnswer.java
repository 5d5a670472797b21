package org.retold.api.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import org.retold.contract.Json;

/** Answers with stable JSON: every field is there, null where absent; who has it already gets a 304. */
final class JsonAnswer {

    private static final ObjectMapper MAPPER = Json.MAPPER
            .copy()
            .setDefaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS));

    private JsonAnswer() {}

    static Response of(Object value, Request request) {
        return TaggedAnswer.of(write(value), MediaType.APPLICATION_JSON_TYPE, request);
    }

    /** An answer that is not to be kept. */
    static Response unkept(Object value) {
        return unkept(Response.Status.OK, value).build();
    }

    /** What was asked for will be done; not to be kept. */
    static Response.ResponseBuilder accepted(Object value) {
        return unkept(Response.Status.ACCEPTED, value);
    }

    private static Response.ResponseBuilder unkept(Response.Status status, Object value) {
        return Response.status(status)
                .entity(write(value))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store");
    }

    /** On one line. */
    static String text(Object value) {
        return new String(write(value), UTF_8);
    }

    /** Without what is absent, for formats that others made. */
    static byte[] sparse(Object value) {
        return write(Json.MAPPER, value);
    }

    private static byte[] write(Object value) {
        return write(MAPPER, value);
    }

    private static byte[] write(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
