package org.retold.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a request for an article ended at a wall instead: a page that asks for consent, a login or a subscription
 * before it lets the reader on, or the home page that stands for an article that is gone.
 */
final class Wall {

    /** What such a page calls itself, in its host or its path. */
    private static final Set<String> GATES = Set.of(
            "consent",
            "privacywall",
            "cookiewall",
            "cookie-wall",
            "cmp",
            "login",
            "signin",
            "sign-in",
            "sso",
            "oauth",
            "auth",
            "authorize",
            "connexion",
            "se-connecter",
            "identification",
            "anmelden",
            "anmeldung",
            "acceder",
            "accedi",
            "paywall",
            "subscribe",
            "subscription",
            "abonnement",
            "abonnements");

    private static final Pattern HOME = Pattern.compile("/?(?:index\\.\\w+)?|/[a-z]{2}/?");

    private Wall() {}

    /**
     * @param asked address of the article
     * @param found address of the page that came, after redirects
     */
    static boolean isAt(String asked, String found) {
        if (asked.equals(found)) {
            return false;
        }
        try {
            URI article = URI.create(asked);
            URI page = URI.create(found);
            return (isHome(page) && !isHome(article))
                    || (isGate(page) && !isGate(article))
                    || bringsBackTo(article, page);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isHome(URI page) {
        return page.getRawQuery() == null && HOME.matcher(path(page)).matches();
    }

    /** By the first name of its host or a segment of its path. */
    private static boolean isGate(URI page) {
        String host = page.getHost() == null ? "" : page.getHost().toLowerCase(Locale.ROOT);
        int dot = host.indexOf('.');
        return GATES.contains(dot < 0 ? host : host.substring(0, dot))
                || Arrays.stream(path(page).toLowerCase(Locale.ROOT).split("/", -1))
                        .anyMatch(GATES::contains);
    }

    /** A page that carries the article's address along brings the reader there when he has done what it asks. */
    private static boolean bringsBackTo(URI article, URI page) {
        String query = page.getRawQuery();
        String path = path(article);
        if (query == null || path.length() < 2 || path(page).endsWith(path)) {
            return false;
        }
        return Arrays.stream(query.split("&", -1))
                .map(parameter -> parameter.substring(parameter.indexOf('=') + 1))
                .map(Wall::decoded)
                .anyMatch(value -> value.endsWith(path) || value.contains(path + "?"));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static String path(URI address) {
        return address.getPath() == null ? "" : address.getPath();
    }
}
