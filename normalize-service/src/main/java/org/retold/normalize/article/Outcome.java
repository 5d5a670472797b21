package org.retold.normalize.article;

import org.retold.contract.Article;

/** What becomes of an item. */
public sealed interface Outcome {

    /** It is an article. */
    record Normalized(Article article) implements Outcome {}

    /**
     * It cannot be one.
     *
     * @param code stable reason code in kebab case
     * @param message one sentence for people
     */
    record Refused(String code, String message) implements Outcome {}
}
