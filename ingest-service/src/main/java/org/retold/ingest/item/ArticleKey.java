package org.retold.ingest.item;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tells two articles apart before their pages are read: host without {@code www.}, path, and the parameters that
 * choose the page. Scheme, fragment, campaign and session parameters do not count.
 */
public final class ArticleKey {

    private static final Pattern URL =
            Pattern.compile("(?i)https?://([^/?#\\s]+)([^?#\\s]*)(?:\\?([^#\\s]*))?(?:#.*)?");
    private static final Pattern IDLE_PARAMETER = Pattern.compile(
            "(?i)(utm_\\w+|at_(medium|campaign|custom\\d?)|xtor|fbclid|gclid|dclid|msclkid|twclid|igshid|yclid|"
                    + "mc_[ce]id|_hs(enc|mi)|cmpid|ns_(mchannel|source|campaign|linkname|fee)|ocid|wt\\.mc_id|"
                    + "phpsessid|jsessionid|sid|var_(mode|recherche)|recalcul)(=.*)?");

    private static final Pattern LEFT_OUT_OF_HOSTS = Pattern.compile("^(www\\.)+|(:(80|443)?|\\.)+$");

    private ArticleKey() {}

    /** Empty when the text is not an http or https URL, or names no host. */
    public static Optional<String> of(String url) {
        Matcher parts = URL.matcher(url.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = host(parts.group(1));
        if (host.isEmpty()) {
            return Optional.empty();
        }
        String query = parts.group(3) == null ? "" : meaningful(parts.group(3));
        return Optional.of(host + path(parts.group(2)) + (query.isEmpty() ? "" : "?" + query));
    }

    private static String host(String authority) {
        String host = bare(authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
        try {
            return bare(IDN.toASCII(host));
        } catch (IllegalArgumentException e) {
            return host;
        }
    }

    private static String bare(String host) {
        return LEFT_OUT_OF_HOSTS.matcher(host).replaceAll("");
    }

    private static String path(String path) {
        String sessionless = path.replaceFirst("(?i);jsessionid=[^/]*", "");
        return sessionless.replaceFirst("/+$", "");
    }

    private static String meaningful(String query) {
        return Stream.of(query.split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .filter(parameter -> !IDLE_PARAMETER.matcher(parameter).matches())
                .sorted()
                .collect(Collectors.joining("&"));
    }
}
