package org.retold.normalize.url;

import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Reads an address the way browsers do. */
final class WebAddress {

    private WebAddress() {}

    /** @return empty for anything that is not an absolute http or https address */
    static Optional<HttpUrl> parse(@Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(HttpUrl.parse(address.strip().replace(" ", "%20")));
    }

    /** The registrable host; a name outside the public suffix list, such as localhost, stands for itself. */
    static String registrable(HttpUrl url) {
        String domain = url.topPrivateDomain();
        return domain == null ? url.host() : domain;
    }

    static boolean isHome(HttpUrl url) {
        return url.query() == null && url.encodedPath().matches("/?(?:index\\.\\w+)?|/(?:[a-z]{2}/?)?");
    }
}
