package org.retold.api.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.retold.api.postgres.ReadSoFar;

/**
 * Answers 304 without looking where nothing was read since the answer that the asker has, as of a tenth of a second ago. What
 * cannot be told so is looked up, and the answer compared.
 */
@Provider
@Polled
final class UnchangedFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String READ_BEFORE = UnchangedFilter.class.getName();

    private final ReadSoFar readSoFar;
    private final KnownAnswers known = new KnownAnswers();

    UnchangedFilter(ReadSoFar readSoFar) {
        this.readSoFar = readSoFar;
    }

    @Override
    public void filter(ContainerRequestContext asked) {
        if (asked.getHeaderString(HttpHeaders.IF_NONE_MATCH) == null) {
            return;
        }
        // Read before the answer is made: it may be newer than this says, never older.
        readSoFar.lately().ifPresent(read -> {
            asked.setProperty(READ_BEFORE, read);
            known.tag(uri(asked), read).ifPresent(tag -> answerUnchanged(asked, tag));
        });
    }

    private static void answerUnchanged(ContainerRequestContext asked, EntityTag tag) {
        Response.ResponseBuilder unchanged = asked.getRequest().evaluatePreconditions(tag);
        if (unchanged != null) {
            asked.abortWith(TaggedAnswer.of(unchanged, tag));
        }
    }

    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
        EntityTag tag = answer.getEntityTag();
        if (tag != null && asked.getProperty(READ_BEFORE) instanceof String read) {
            known.put(uri(asked), read, tag);
        }
    }

    private static String uri(ContainerRequestContext asked) {
        return asked.getUriInfo().getRequestUri().toString();
    }
}
