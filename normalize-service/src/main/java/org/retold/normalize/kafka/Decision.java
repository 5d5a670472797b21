package org.retold.normalize.kafka;

import org.retold.contract.Article;
import org.retold.contract.Rejection;

/** What is written about one item. */
public sealed interface Decision {

    /** It became this article. */
    record Accepted(Article article) implements Decision {}

    /** It was refused for this reason. */
    record Rejected(Rejection rejection) implements Decision {}
}
