package org.retold.dedupe.story;

import java.util.List;
import org.retold.contract.Relation;

/** How many texts there are among some articles: copies of one another count once, or a copy would weigh like a witness. */
final class Tellings {

    private Tellings() {}

    static int count(List<ToldArticle> articles) {
        Parts texts = new Parts(articles);
        for (ToldArticle article : articles) {
            article.ties().stream()
                    .filter(tie -> tie.relation() == Relation.COPY && texts.has(tie.articleId()))
                    .forEach(tie -> texts.join(article.id(), tie.articleId()));
        }
        return texts.count();
    }
}
