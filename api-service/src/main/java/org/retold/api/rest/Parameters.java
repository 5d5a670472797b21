package org.retold.api.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import org.retold.api.story.QueryWords;

/** The query of calls that take little or none. */
final class Parameters {

    private Parameters() {}

    /** A refusal where the query has any parameter. */
    static Optional<Response> none(UriInfo uri) {
        return refusal(words(uri), uri);
    }

    static QueryWords words(UriInfo uri) {
        return new QueryWords(Map.copyOf(uri.getQueryParameters()));
    }

    /** A refusal where something of the query was not understood. */
    static Optional<Response> refusal(QueryWords words, UriInfo uri) {
        var problems = words.problems();
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.badParameters(problems)
                        .at(uri.getRequestUri().getPath())
                        .response());
    }
}
