package org.retold.benchmarks.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.retold.contract.Article;
import org.retold.contract.Story;

final class MadeStoriesTest {

    private final MadeStories made = new MadeStories(200_000);

    @Test
    void storiesHaveFiveArticlesMostOneAndFewAThousand() {
        int[] sizes = IntStream.range(0, 200_000).map(made::size).toArray();

        assertThat(IntStream.of(sizes).average().orElseThrow()).isEqualTo(5, within(0.2));
        assertThat(IntStream.of(sizes).filter(size -> size == 1).count()).isGreaterThan(100_000);
        assertThat(IntStream.of(sizes)
                        .filter(size -> size == StorySizes.LARGEST)
                        .count())
                .isEqualTo(10);
    }

    @Test
    void anArticleIsTheSameEachTimeAndItsStoryListsIt() {
        Article third = made.article(7, 2);

        assertThat(new MadeStories(200_000).article(7, 2)).isEqualTo(third);
        Story story = made.story(7, made.articles(7, 3), 7);
        assertThat(story.articles()).extracting(Story.Member::id).endsWith(third.id());
        assertThat(story.articleCount()).isEqualTo(3);
    }
}
