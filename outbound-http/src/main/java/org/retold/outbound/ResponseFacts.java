package org.retold.outbound;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of an answer say about asking again.
 *
 * @param etag entity tag as sent, quotes included
 * @param lastModified as sent: it must go back letter by letter
 * @param freshFor {@code Cache-Control: max-age}, else {@code s-maxage}, else until {@code Expires}; absent when there
 *     is none of them
 * @param language {@code Content-Language}
 * @param links {@code Link} headers as sent
 */
public record ResponseFacts(
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable Duration freshFor,
        @Nullable String language,
        List<String> links) {

    /** An answer that says nothing about itself. */
    public static final ResponseFacts NONE = new ResponseFacts(null, null, null, null, List.of());

    public ResponseFacts {
        links = List.copyOf(links);
    }
}
