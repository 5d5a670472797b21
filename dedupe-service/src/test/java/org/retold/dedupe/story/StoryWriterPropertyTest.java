package org.retold.dedupe.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.retold.contract.Article.Completeness;
import org.retold.contract.Correction.Kind;
import org.retold.contract.Credits;
import org.retold.dedupe.shard.Link;

class StoryWriterPropertyTest {

    /** The reader itself checks after every change that each article is in one story, or nowhere once it was withdrawn. */
    @Property(tries = 300)
    void aReaderNeverSeesAnArticleInTwoStoriesOrInNone(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
        Newsroom room = new Newsroom();

        live(room, new Random(seed), n, new Random(0));

        assertThat(room.ledger.articles)
                .allSatisfy((id, article) ->
                        assertThat(room.reader.storyOf(id).id()).isEqualTo(article.storyId()));
    }

    @Property(tries = 200)
    void aStoryIsFoundedByOneOfItsArticles(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
        Newsroom room = new Newsroom();

        live(room, new Random(seed), n, new Random(0));

        assertThat(room.ledger.stories.values())
                .filteredOn(StoryState::isLive)
                .allSatisfy(story -> assertThat(story.articleIds()).contains(story.founder()));
    }

    @Property(tries = 100)
    void theOrderInWhichLinksAreListedDoesNotMatter(
            @ForAll long seed, @ForAll long shuffle, @ForAll @IntRange(min = 1, max = 30) int n) {
        Newsroom some = new Newsroom();
        Newsroom others = new Newsroom();

        live(some, new Random(seed), n, new Random(0));
        live(others, new Random(seed), n, new Random(shuffle));

        assertThat(others.reader.stories()).isEqualTo(some.reader.stories());
        assertThat(others.reader.events()).isEqualTo(some.reader.events());
        assertThat(others.reader.evidence()).isEqualTo(some.reader.evidence());
    }

    @Property(tries = 200)
    void whatOperatorsTookApartIsNeverTogether(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int n) {
        Newsroom room = new Newsroom();

        live(room, new Random(seed), n, new Random(0));

        Rulings rulings = new Rulings(room.ledger);
        assertThat(room.ledger.articles.values())
                .allSatisfy(article -> assertThat(rulings.apart(article.id()))
                        .allSatisfy(
                                other -> assertThat(room.ledger.article(other).map(ToldArticle::storyId))
                                        .isNotEqualTo(java.util.Optional.of(article.storyId()))));
    }

    private static void live(Newsroom room, Random random, int articles, Random shuffle) {
        for (int n = 0; n < articles; n++) {
            List<Link> links = new ArrayList<>();
            for (int other = Math.max(0, n - 10); other < n; other++) {
                if (random.nextInt(3) == 0) {
                    links.add(Newsroom.to(
                            "a" + other, random.nextInt(100) / 100.0, random.nextInt(6), random.nextInt(6)));
                }
            }
            Collections.shuffle(links, shuffle);
            Link[] found = links.toArray(Link[]::new);
            switch (random.nextInt(12)) {
                case 0 -> room.operatorSays(Kind.APART, "a" + random.nextInt(articles), "b", "a" + random.nextInt(3));
                case 1 -> room.operatorSays(Kind.TOGETHER, "a" + random.nextInt(articles), "a" + (articles + 1));
                case 2 -> room.daysPass(random.nextInt(25));
                case 4 -> room.isTakenDown("a" + random.nextInt(n + 1));
                case 3 ->
                    room.arrives(Newsroom.reference("a" + random.nextInt(n + 1), "r" + n, Completeness.FULL), found);
                default -> {}
            }
            room.arrives(Newsroom.reference("a" + n, 100 + random.nextInt(600), null, Credits.NONE), found);
        }
    }
}
