package org.retold.normalize.url;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * The words in which an address names its article. A page that claims, or ends at, an address without any of them is a
 * section, a wall for consent or login, or carries the claim of its template.
 */
final class Slug {

    private static final int SHORTEST_WORD = 4;
    private static final int FEWEST_WORDS = 3;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The number of an article, by which a site may call what its feed calls by words. */
    private static final Pattern NUMBER = Pattern.compile("\\d{4,}");

    private Slug() {}

    /**
     * Whether an address can be of the same article as a link.
     *
     * @return true as well where the link does not name its article in words
     */
    static boolean allows(HttpUrl link, HttpUrl told) {
        List<String> words = BETWEEN_WORDS
                .splitAsStream(lastSegment(link))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .toList();
        if (words.size() < FEWEST_WORDS) {
            return true;
        }
        String path = String.join("/", told.pathSegments()).toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(path::contains)
                || NUMBER.matcher(path).find()
                || told.queryParameterNames().stream()
                        .map(told::queryParameter)
                        .anyMatch(
                                value -> value != null && NUMBER.matcher(value).matches());
    }

    private static String lastSegment(HttpUrl url) {
        return url.pathSegments().reversed().stream()
                .filter(segment -> !segment.isEmpty())
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }
}
