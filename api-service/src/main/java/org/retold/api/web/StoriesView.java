package org.retold.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of stories, ready to print.
 *
 * @param retoldHref the list with the same filters, stories with two articles or more
 * @param allHref the list with the same filters, all stories
 * @param here the start of this very list
 * @param next link to older stories
 * @param first link to the start of the list; absent when this is it
 */
record StoriesView(
        FilterForm form,
        List<StoryCard> cards,
        String retoldHref,
        String allHref,
        String here,
        @Nullable String next,
        @Nullable String first) {

    StoriesView {
        cards = List.copyOf(cards);
    }
}
