package org.retold.normalize.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where an article is.
 *
 * @param url in the publisher's spelling, without what only tracks readers
 * @param key the same for every spelling of the address: what the article's id is made of
 * @param host registrable host of the publisher, with its port where that is unusual
 */
public record ArticleAddress(String url, String key, String host) {

    private static final Pattern SESSION_IN_PATH = Pattern.compile("(?i);(?:jsessionid|phpsessid)=[^/?#]*");
    private static final Pattern AMP_PATH = Pattern.compile("(?i)/amp/?$|^/amp(?=/)|\\.amp(?=\\.html$|$)");
    private static final Pattern INDEX = Pattern.compile("(?i)/(?:index|default)\\.(?:html?|php3?|aspx?)$");
    private static final Set<String> SAME_SITE = Set.of("www", "www2", "m", "mobile", "amp", "touch");
    private static final Set<String> RELAYS =
            Set.of("ampproject.org", "google.com", "feedproxy.google.com", "bing-amp.com");

    /**
     * Chooses among what is said about the address.
     *
     * @param link the item's link
     * @param found where the page was found after redirects
     * @param claims what the page says, best first: rel=canonical, og:url
     * @return empty when the link is no address of the web
     */
    public static Optional<ArticleAddress> of(String link, @Nullable String found, List<String> claims) {
        return WebAddress.parse(link).map(asked -> {
            HttpUrl at = WebAddress.parse(found)
                    .filter(page -> isBelievable(page, asked, true))
                    .orElse(asked);
            HttpUrl chosen = at;
            for (String claim : claims) {
                Optional<HttpUrl> claimed = WebAddress.parse(claim).filter(page -> isBelievable(page, at, false));
                if (claimed.isPresent()) {
                    chosen = claimed.get();
                    break;
                }
            }
            HttpUrl clean = clean(chosen);
            HttpUrl numbered = SpipNumber.of(asked).isPresent() && sameSite(asked, chosen) ? asked : clean;
            return new ArticleAddress(clean.toString(), key(numbered), host(clean));
        });
    }

    /**
     * The same place, told apart by the address under which its article came first; what came first on another site was
     * another article.
     */
    public ArticleAddress knownAs(ArticleAddress first) {
        return first.host.equals(host) ? new ArticleAddress(url, first.key, host) : this;
    }

    /**
     * A claim of a home page, of a section or of another site is a mistake of the page's template, or a syndicated copy's
     * thanks; a redirect to one is a wall, or the end of the article.
     */
    private static boolean isBelievable(HttpUrl claim, HttpUrl asked, boolean redirected) {
        if ((WebAddress.isHome(claim) && !WebAddress.isHome(asked)) || !Slug.allows(asked, claim)) {
            return false;
        }
        return redirected || sameSite(claim, asked) || RELAYS.contains(WebAddress.registrable(asked));
    }

    private static boolean sameSite(HttpUrl one, HttpUrl other) {
        return (one.host().equals(other.host()) && port(one).equals(port(other)))
                || host(one).equals(host(other));
    }

    private static String host(HttpUrl url) {
        return WebAddress.registrable(url) + port(url);
    }

    private static String port(HttpUrl url) {
        return url.port() == HttpUrl.defaultPort(url.scheme()) || url.port() == 80 || url.port() == 443
                ? ""
                : ":" + url.port();
    }

    private static HttpUrl clean(HttpUrl url) {
        HttpUrl.Builder clean = url.newBuilder()
                .fragment(null)
                .encodedPath(SESSION_IN_PATH.matcher(url.encodedPath()).replaceAll(""))
                .username("")
                .password("");
        for (String name : url.queryParameterNames()) {
            if (!Parameters.isMeaningful(name, url.queryParameter(name))) {
                clean.removeAllQueryParameters(name);
            }
        }
        HttpUrl built = clean.build();
        return built.query() != null && built.query().isEmpty()
                ? built.newBuilder().query(null).build()
                : built;
    }

    private static String key(HttpUrl url) {
        String site = foldedHost(url) + port(url);
        Optional<String> number = SpipNumber.of(url);
        if (number.isPresent()) {
            return site + folder(url) + "spip:article" + number.get();
        }
        HttpUrl clean = clean(url);
        String path = String.join("/", clean.pathSegments());
        path = AMP_PATH.matcher("/" + path).replaceAll("");
        path = INDEX.matcher(path).replaceFirst("");
        path = path.replaceAll("/{2,}", "/").replaceAll("/$", "");
        Set<String> parameters = new TreeSet<>();
        for (int i = 0; i < clean.querySize(); i++) {
            String value = clean.queryParameterValue(i);
            parameters.add(clean.queryParameterName(i) + (value == null ? "" : "=" + value));
        }
        return site + path + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    }

    /** Two SPIP sites may live in two folders of one host. */
    private static String folder(HttpUrl url) {
        String path = url.encodedPath();
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String foldedHost(HttpUrl url) {
        List<String> labels =
                new ArrayList<>(List.of(url.host().toLowerCase(Locale.ROOT).split("\\.")));
        String registrable = WebAddress.registrable(url);
        while (labels.size() > registrable.split("\\.").length && SAME_SITE.contains(labels.get(0))) {
            labels.remove(0);
        }
        return String.join(".", labels);
    }
}
