package org.retold.api.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Says to people what went wrong. */
@Singleton
public final class ErrorPages {

    /** @param detail for a bad request: what was not understood */
    public Response of(int status, String detail, UriInfo uri, HttpHeaders headers) {
        Tongue tongue = Tongues.of(headers);
        Words words = tongue.words();
        ErrorView view = switch (status) {
            case 404, 405 -> new ErrorView(status, words.notFoundTitle(), words.notFoundText());
            case 410 -> new ErrorView(status, words.goneTitle(), words.goneText());
            case 503 -> new ErrorView(status, words.awayTitle(), words.awayText());
            default ->
                status < 500
                        ? new ErrorView(status, words.badTitle(), detail)
                        : new ErrorView(status, words.failedTitle(), words.failedText());
        };
        return answer(view, uri, tongue);
    }

    /** For what was taken down. */
    Response withdrawn(UriInfo uri, HttpHeaders headers) {
        Tongue tongue = Tongues.of(headers);
        return answer(
                new ErrorView(
                        Response.Status.GONE.getStatusCode(),
                        tongue.words().withdrawnTitle(),
                        tongue.words().withdrawnText()),
                uri,
                tongue);
    }

    private static Response answer(ErrorView view, UriInfo uri, Tongue tongue) {
        return Pages.answer(view.status(), Templates.error(view, Frame.of(uri, tongue, "")), tongue, "no-store");
    }
}
