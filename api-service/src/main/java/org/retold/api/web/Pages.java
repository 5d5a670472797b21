package org.retold.api.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;

/** Prints a page. */
final class Pages {

    private Pages() {}

    static Response answer(int status, TemplateInstance page, Tongue tongue, String cacheControl) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .header("Cache-Control", cacheControl)
                .header("Vary", "Accept-Language, Cookie")
                .header("Content-Language", tongue.locale().getLanguage())
                .entity(page.setLocale(tongue.locale()).render())
                .build();
    }
}
