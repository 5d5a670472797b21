package org.retold.api.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.retold.api.web.ErrorPages;

/** Tells a problem to programs as one, and to people who look at pages as a page in their language. */
@Singleton
final class ProblemAnswers {

    private final ErrorPages pages;

    ProblemAnswers(ErrorPages pages) {
        this.pages = pages;
    }

    Response of(Problem problem, UriInfo uri, HttpHeaders headers) {
        boolean forPeople = !uri.getPath().startsWith("/api/")
                && headers.getAcceptableMediaTypes().stream().anyMatch(ProblemAnswers::isHtml);
        return forPeople
                ? pages.of(problem.status(), String.valueOf(problem.detail()), uri, headers)
                : problem.at(uri.getRequestUri().getPath()).response();
    }

    private static boolean isHtml(MediaType type) {
        return type.getType().equals("text") && type.getSubtype().equals("html");
    }
}
