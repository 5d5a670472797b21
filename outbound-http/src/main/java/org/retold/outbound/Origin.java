package org.retold.outbound;

import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Scheme, host and port of a URL: what one robots.txt speaks for.
 *
 * @param address without an ending slash, for example {@code https://news.example:8443}
 */
public record Origin(String address) {

    /** Empty when the text is not an http or https URL. */
    public static Optional<Origin> of(String url) {
        return Optional.ofNullable(HttpUrl.parse(url.strip())).map(Origin::of);
    }

    private static Origin of(HttpUrl url) {
        String whole = new HttpUrl.Builder()
                .scheme(url.scheme())
                .host(url.host())
                .port(url.port())
                .build()
                .toString();
        return new Origin(whole.substring(0, whole.length() - 1));
    }
}
