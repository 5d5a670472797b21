package org.retold.normalize.article;

import java.util.List;
import java.util.Optional;
import org.retold.normalize.url.ArticleAddress;

/** What an article is called wherever it is found. */
public final class ArticleId {

    private ArticleId() {}

    static String of(ArticleAddress address) {
        return Hash.of(address.key());
    }

    /** The id that an article has whose own address this is; empty when it is no address of the web. */
    public static Optional<String> of(String url) {
        return ArticleAddress.of(url, null, List.of()).map(ArticleId::of);
    }
}
