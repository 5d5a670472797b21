package org.retold.dedupe.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Article;
import org.retold.contract.Credits;
import org.retold.contract.Published;

/** Analyses articles into views, by word frequencies that ship with the version: the same text has the same view. */
@SuppressWarnings("DoNotCallSuggester")
public final class Views {

    /** Changes whenever the same text would get another view. */
    public static final String VERSION = "1";

    /** Words that are read of an article; what follows is ignored. */
    public static final int MOST_WORDS = 5_000;

    private Views() {}

    /** Views by the frequency tables that ship with this version. */
    public static Views shipped() {
        return new Views();
    }

    public View of(Article article) {
        return of(
                article.id(),
                article.revision(),
                article.title(),
                article.paragraphs(),
                article.language(),
                article.credits(),
                article.published());
    }

    public View of(
            String articleId,
            String revision,
            String title,
            List<String> paragraphs,
            String language,
            Credits credits,
            @Nullable Published published) {
        throw new UnsupportedOperationException("not yet");
    }
}
