package org.retold.api.story;

import java.util.Locale;
import java.util.regex.Pattern;

/** An article's URL as people paste it: scheme, {@code www.}, fragment, trailing slash and tracking do not count. */
public final class UrlKey {

    private static final Pattern SCHEME = Pattern.compile("^https?://(?:www\\.)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FRAGMENT = Pattern.compile("#.*$", Pattern.DOTALL);
    private static final Pattern TRACKING =
            Pattern.compile("(?<=[?&])(?:utm_[^&=]*|fbclid|gclid|mc_[ce]id)(?:=[^&]*)?(?:&|$)");

    private UrlKey() {}

    /** The same for all spellings of one address. */
    public static String of(String url) {
        String bare = SCHEME.matcher(url.strip()).replaceFirst("");
        String meaningful =
                TRACKING.matcher(FRAGMENT.matcher(bare).replaceFirst("")).replaceAll("");
        String end = meaningful.replaceFirst("[?&]$", "").replaceFirst("/$", "");
        int path = end.indexOf('/');
        return path < 0
                ? end.toLowerCase(Locale.ROOT)
                : end.substring(0, path).toLowerCase(Locale.ROOT) + end.substring(path);
    }
}
