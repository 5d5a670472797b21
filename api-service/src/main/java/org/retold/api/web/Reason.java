package org.retold.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an article is in its story, ready to print.
 *
 * @param because what it is of the other, said between the two
 * @param likelihood that both derive from one report, 0 to 99 %
 * @param credits agencies and reporters that both credit
 * @param outdated whether one of the texts has changed since, so that the passages cannot be shown
 * @param open whether its passages are shown at once
 * @param compare where the two are side by side
 */
record Reason(
        Side here,
        Side there,
        String because,
        String shareHere,
        String shareThere,
        int likelihood,
        List<SharedFact> facts,
        @Nullable String credits,
        List<PassagePair> passages,
        boolean outdated,
        boolean open,
        String compare) {

    Reason {
        facts = List.copyOf(facts);
        passages = List.copyOf(passages);
    }

    /** One of the two articles. */
    record Side(
            String id,
            String publisher,
            String title,
            @Nullable String lang) {}

    /** Something rare that both say. */
    record SharedFact(String kind, String text, @Nullable String otherText) {}

    /** What both say, each in its words. */
    record PassagePair(Quote here, Quote there) {}

    /** Words of an article with a little of what is around them. */
    record Quote(String before, String words, String after) {}
}
