package org.retold.api.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An address from a feed that a page may link to. */
final class WebLink {

    private WebLink() {}

    /** The address if it is one of the web, else nothing: {@code javascript:} and its like are never linked. */
    static @Nullable String of(String url) {
        try {
            URI uri = new URI(url.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && uri.getRawAuthority() != null ? uri.toString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
