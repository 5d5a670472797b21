package org.retold.dedupe.shard;

import org.retold.contract.Article.Completeness;
import org.retold.dedupe.article.Arrival;
import org.retold.dedupe.view.View;

/**
 * A kept revision of an article.
 *
 * @param superseded whether a later revision has come; it is compared with nobody, but keeps its place in the index until
 *     it expires, so that an index built anew from the shelf is the one that was there
 */
public record ShelvedView(Arrival arrival, Completeness completeness, boolean superseded, View view) {

    ShelvedView asSuperseded() {
        return new ShelvedView(arrival, completeness, true, view);
    }
}
