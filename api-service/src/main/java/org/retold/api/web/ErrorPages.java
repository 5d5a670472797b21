package org.retold.api.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Says to people what went wrong. */
@Singleton
public final class ErrorPages {

    /** @param detail for a bad request: what was not understood */
    public Response of(int status, String detail, HttpHeaders headers) {
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
        return Pages.answer(status, Templates.error(view, tongue.locale().getLanguage()), tongue, "no-store");
    }
}
