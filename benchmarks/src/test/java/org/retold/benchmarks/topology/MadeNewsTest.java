package org.retold.benchmarks.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.retold.contract.Article;
import org.retold.dedupe.verify.Verifier;
import org.retold.dedupe.view.View;
import org.retold.dedupe.view.Views;

class MadeNewsTest {

    private final MadeNews news = new MadeNews(1);

    @Test
    void theSameSeedMakesTheSameArticles() {
        assertThat(new MadeNews(1).article(12_345)).isEqualTo(news.article(12_345));
        assertThat(new MadeNews(2).article(12_345)).isNotEqualTo(news.article(12_345));
    }

    @Test
    void articlesAreAsLongAsNewsAndAllDifferent() {
        Set<String> ids = new HashSet<>();
        double words = IntStream.range(0, 400)
                .mapToObj(news::article)
                .peek(article -> ids.add(article.id()))
                .mapToLong(article -> words(article).length)
                .average()
                .orElseThrow();

        assertThat(words).isBetween(380.0, 480.0);
        assertThat(ids).hasSize(400);
    }

    @Test
    void everyFifthArticleRetellsAnEarlierOneAndNoOtherDoes() {
        Views views = Views.shipped();
        Verifier verifier = Verifier.shipped();
        View[] made =
                IntStream.range(0, 100).mapToObj(news::article).map(views::of).toArray(View[]::new);

        List<Integer> retellings = IntStream.range(0, 100)
                .filter(later ->
                        IntStream.range(0, later).anyMatch(earlier -> verifier.score(made[earlier], made[later]) > 0.8))
                .boxed()
                .toList();

        assertThat(retellings).hasSizeBetween(15, 25).allMatch(number -> number % 5 == 4);
    }

    private static String[] words(Article article) {
        return String.join(" ", article.paragraphs()).split(" ", -1);
    }
}
