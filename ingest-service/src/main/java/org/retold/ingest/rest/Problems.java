package org.retold.ingest.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.retold.ingest.kafka.NotAcknowledgedException;

/** Says every error as a problem. */
final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response problem(ProblemException problem) {
        return Problem.response(problem.status(), String.valueOf(problem.getMessage()));
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException refused) {
        return Problem.response(refused.getResponse().getStatus(), String.valueOf(refused.getMessage()));
    }

    @ServerExceptionMapper
    Response kafkaIsAway(NotAcknowledgedException e) {
        LOG.warnf("call failed, kafka took nothing reason=%s", e.getMessage());
        return Problem.response(503, "Kafka did not take everything; send it again, nothing will be doubled");
    }

    @ServerExceptionMapper
    Response broken(RuntimeException e) {
        LOG.errorf(e, "call failed");
        return Problem.response(500, "the service failed at this; its log says more");
    }
}
