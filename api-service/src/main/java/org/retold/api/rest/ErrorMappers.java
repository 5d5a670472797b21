package org.retold.api.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.JdbiException;
import org.retold.api.kafka.NotAcknowledgedException;

/** Whatever goes wrong is told as a problem, or to people who look at pages as a page; never with a stack trace. */
@Singleton
final class ErrorMappers {

    private static final Logger LOG = Logger.getLogger(ErrorMappers.class);

    private final ProblemAnswers answers;

    ErrorMappers(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException problem, UriInfo uri, HttpHeaders headers) {
        Response.StatusType status = problem.getResponse().getStatusInfo();
        String detail = switch (status.getStatusCode()) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take this method.";
            case 406 -> "This address does not answer in a format that was accepted.";
            default -> status.getReasonPhrase() + ".";
        };
        return answers.of(Problem.of(status, detail), uri, headers);
    }

    @ServerExceptionMapper
    public Response refused(Refusal refusal, UriInfo uri, HttpHeaders headers) {
        return answers.of(refusal.problem(), uri, headers);
    }

    @ServerExceptionMapper
    public Response kafkaIsAway(NotAcknowledgedException problem, UriInfo uri, HttpHeaders headers) {
        LOG.warnf("Kafka did not take what was said: reason=%s", problem.getMessage());
        return answers.of(
                Problem.of(
                        Response.Status.SERVICE_UNAVAILABLE,
                        "Kafka did not take it; say it again, nothing will be doubled."),
                uri,
                headers);
    }

    @ServerExceptionMapper
    public Response databaseFailed(JdbiException problem, UriInfo uri, HttpHeaders headers) {
        if (isAway(problem)) {
            LOG.warnf("the database does not answer: reason=%s", problem.getMessage());
            return answers.of(
                    Problem.of(Response.Status.SERVICE_UNAVAILABLE, "The database cannot be reached, try again soon."),
                    uri,
                    headers);
        }
        return failed(problem, uri, headers);
    }

    @ServerExceptionMapper
    public Response failed(Throwable problem, UriInfo uri, HttpHeaders headers) {
        String reference = UUID.randomUUID().toString();
        LOG.errorf(problem, "a request failed: reference=%s path=%s", reference, uri.getPath());
        return answers.of(
                Problem.of(
                        Response.Status.INTERNAL_SERVER_ERROR,
                        "This is a fault of ours; the log has it as " + reference + "."),
                uri,
                headers);
    }

    /** Connection lost, no connection to be had, or a schema that is not there yet. */
    private static boolean isAway(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = String.valueOf(sql.getSQLState());
                return sql.getSQLState() == null
                        || state.startsWith("08")
                        || state.startsWith("57P")
                        || state.startsWith("53")
                        || state.equals("42P01")
                        || state.equals("3F000");
            }
        }
        return false;
    }
}
