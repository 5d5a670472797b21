package org.retold.api.web;

import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.api.comparison.MarkedBlock;

/**
 * Two articles side by side, ready to print.
 *
 * @param title of the page
 * @param storyHref the story that both are in; absent where they are in different ones
 * @param reason what spoke for them when they were weighed; absent where they never were
 * @param sayings how they stand to each other, in sentences
 * @param passages so many are marked in both
 * @param excerpt whether only the beginnings of the texts are shown
 */
record ComparisonView(
        String title,
        Side left,
        Side right,
        @Nullable String storyHref,
        @Nullable Reason reason,
        List<String> sayings,
        int passages,
        boolean excerpt) {

    ComparisonView {
        sayings = List.copyOf(sayings);
    }

    /**
     * One of the two.
     *
     * @param word {@code l} or {@code r}, for the names of places on the page
     * @param other the other's word
     * @param head its title
     * @param body its paragraphs
     * @param storyHref the story that it is in; absent for none
     */
    record Side(
            String word,
            String other,
            String publisher,
            String titleText,
            @Nullable String lang,
            String language,
            String date,
            @Nullable String dateTime,
            @Nullable String link,
            @Nullable String relation,
            String relationWord,
            @Nullable String storyHref,
            MarkedBlock head,
            List<MarkedBlock> body) {

        Side {
            body = List.copyOf(body);
        }
    }

    /** Where two articles are side by side. */
    static String href(String left, String right) {
        return UriBuilder.fromPath("/compare")
                .queryParam("left", "{left}")
                .queryParam("right", "{right}")
                .build(left, right)
                .toString();
    }
}
