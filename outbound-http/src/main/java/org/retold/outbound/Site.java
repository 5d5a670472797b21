package org.retold.outbound;

import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Whose server a URL asks: the unit of politeness.
 *
 * @param name registrable domain ({@code example.co.uk}), or the host where there is none
 * @param local whether it is this machine
 */
public record Site(String name, boolean local) {

    /** Empty when the text is not an http or https URL. */
    public static Optional<Site> of(String url) {
        HttpUrl parsed = HttpUrl.parse(url.strip());
        if (parsed == null) {
            return Optional.empty();
        }
        String host = parsed.host().toLowerCase(Locale.ROOT);
        boolean local = host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("::1");
        String domain = parsed.topPrivateDomain();
        return Optional.of(new Site(domain == null ? host : domain, local));
    }
}
