package org.retold.normalize.url;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Reads an address the way browsers do. */
final class WebAddress {

    /** Hosts that give each customer a name below theirs, and that the public suffix list does not know. */
    private static final Set<String> HOSTING = Set.of(
            "wordpress.com",
            "over-blog.com",
            "eklablog.com",
            "eklablog.fr",
            "canalblog.com",
            "hautetfort.com",
            "unblog.fr",
            "centerblog.net",
            "e-monsite.com",
            "blog4ever.com",
            "skyrock.com",
            "free.fr",
            "tumblr.com",
            "substack.com",
            "medium.com",
            "livejournal.com",
            "typepad.com",
            "ghost.io",
            "wixsite.com",
            "jimdo.com",
            "mondoblog.org");

    /** Twice as many as an instance has feeds, where it has very many. */
    private static final int MOST_HOSTS = 20_000;

    /** Registrable hosts by host, of those asked for lately: the public suffix list is long, and feeds name few hosts. */
    private static final Map<String, String> LATELY = Collections.synchronizedMap(new Latest());

    private WebAddress() {}

    /** @return empty for anything that is not an absolute http or https address */
    static Optional<HttpUrl> parse(@Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(HttpUrl.parse(address.strip().replace(" ", "%20")))
                .filter(WebAddress::hasOneForm);
    }

    /** A host can look like an encoded name that is none: what is made of it cannot be read again. */
    private static boolean hasOneForm(HttpUrl url) {
        return !url.host().contains("xn--") || url.equals(HttpUrl.parse(url.toString()));
    }

    /** The registrable host; a name outside the public suffix list, such as localhost, stands for itself. */
    static String registrable(HttpUrl url) {
        return LATELY.computeIfAbsent(url.host(), host -> lookUp(url));
    }

    private static String lookUp(HttpUrl url) {
        String domain = url.topPrivateDomain();
        if (domain == null) {
            return url.host();
        }
        return HOSTING.contains(domain) ? customer(url.host(), domain) : domain;
    }

    private static String customer(String host, String domain) {
        if (host.length() <= domain.length()) {
            return domain;
        }
        String below = host.substring(0, host.length() - domain.length() - 1);
        String name = below.substring(below.lastIndexOf('.') + 1);
        return name.equals("www") ? domain : name + "." + domain;
    }

    static boolean isHome(HttpUrl url) {
        return url.query() == null && url.encodedPath().matches("/?(?:index\\.\\w+)?|/(?:[a-z]{2}/?)?");
    }

    private static final class Latest extends LinkedHashMap<String, String> {

        private static final long serialVersionUID = 1;

        private Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_HOSTS;
        }
    }
}
