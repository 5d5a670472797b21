package org.retold.api.rest;

import jakarta.ws.rs.core.Response;

/** Ends a call that asks for what cannot be done. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Response.StatusType status;

    Refusal(Response.StatusType status, String detail) {
        super(detail);
        this.status = status;
    }

    /** What was sent is not what it has to be. */
    static Refusal notUnderstood(String detail) {
        return new Refusal(Response.Status.BAD_REQUEST, detail);
    }

    Problem problem() {
        return Problem.of(status, String.valueOf(getMessage()));
    }

    /** RFC 9110, 15.5.21; the enumeration of JAX-RS does not have it. */
    enum Status implements Response.StatusType {
        UNPROCESSABLE_CONTENT;

        @Override
        public int getStatusCode() {
            return 422;
        }

        @Override
        public Response.Status.Family getFamily() {
            return Response.Status.Family.CLIENT_ERROR;
        }

        @Override
        public String getReasonPhrase() {
            return "Unprocessable Content";
        }
    }
}
