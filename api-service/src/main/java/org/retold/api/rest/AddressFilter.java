package org.retold.api.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a path with a character that no text of the database can have; queries are looked at by who understands them. */
final class AddressFilter {

    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().indexOf('\0') >= 0) {
            throw Refusal.notUnderstood("The address holds a character that no text has (U+0000).");
        }
    }
}
