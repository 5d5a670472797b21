package org.retold.api.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.retold.api.story.BadParameter;

/** Says to people what went wrong. */
@Singleton
public final class ErrorPages {

    /** @param detail for a refusal: one sentence in English, why */
    public Response of(int status, String detail, UriInfo uri, HttpHeaders headers) {
        Tongue tongue = Tongues.of(headers);
        Words words = tongue.words();
        ErrorView view = switch (status) {
            case 401, 403, 429 -> new ErrorView(status, words.closedTitle(), List.of(tongue.heard(detail)));
            case 404, 405 -> view(status, words.notFoundTitle(), words.notFoundText());
            case 410 -> view(status, words.goneTitle(), words.goneText());
            case 503 -> view(status, words.awayTitle(), words.awayText());
            default ->
                status < 500
                        ? new ErrorView(status, words.badTitle(), List.of(tongue.heard(detail)))
                        : view(status, words.failedTitle(), words.failedText());
        };
        return answer(view, uri, tongue);
    }

    /** For a query that was not understood. */
    Response notUnderstood(List<BadParameter> problems, UriInfo uri, HttpHeaders headers) {
        Tongue tongue = Tongues.of(headers);
        List<Saying> sayings = problems.stream().map(tongue::notUnderstood).toList();
        return answer(
                new ErrorView(
                        Response.Status.BAD_REQUEST.getStatusCode(),
                        tongue.words().badTitle(),
                        sayings),
                uri,
                tongue);
    }

    /** For what was taken down. */
    Response withdrawn(UriInfo uri, HttpHeaders headers) {
        Tongue tongue = Tongues.of(headers);
        return answer(
                view(
                        Response.Status.GONE.getStatusCode(),
                        tongue.words().withdrawnTitle(),
                        tongue.words().withdrawnText()),
                uri,
                tongue);
    }

    private static ErrorView view(int status, String title, String text) {
        return new ErrorView(status, title, List.of(Saying.of(text)));
    }

    private static Response answer(ErrorView view, UriInfo uri, Tongue tongue) {
        return Pages.answer(view.status(), Templates.error(view, Frame.of(uri, tongue, "")), tongue, "no-store");
    }
}
