package org.retold.dedupe.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.retold.contract.Article;
import org.retold.contract.Article.Completeness;
import org.retold.contract.Credits;
import org.retold.contract.Publisher;
import org.retold.dedupe.article.Arrival;
import org.retold.dedupe.article.Reference;
import org.retold.dedupe.sketch.Sketches;
import org.retold.dedupe.verify.Verifier;
import org.retold.dedupe.view.View;
import org.retold.dedupe.view.Views;

class ShardPropertyTest {

    private static final Views VIEWS = Views.shipped();
    private static final Verifier VERIFIER = Verifier.shipped();
    private static final Duration MEMORY = Duration.ofDays(60);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String[] WORDS = ("harbour council ferry engineer orchard botanist inspection letter crowns"
                    + " passengers repairs authority reports doors quay nursery patent monastery catalogue autumn")
            .split(" ");

    /**
     * More articles than a bucket of the index holds, revisions of them, half of them one of two texts, some taken down, and time
     * that passes.
     */
    @Property(tries = 10)
    void aShardThatWasBuiltAnewAnswersAsTheOneThatWasThere(@ForAll long seed) {
        Random random = new Random(seed);
        MemoryShelf shelf = new MemoryShelf();
        Shard lasting = shard(shelf);
        Instant now = NOON;
        for (int n = 0; n < 300; n++) {
            now = now.plus(Duration.ofHours(random.nextInt(12)));
            Probe article = random.nextInt(10) == 0
                    ? new Probe.Withdrawing(new Arrival(n, now), "a" + random.nextInt(200))
                    : article(random.nextInt(200), n, now, random);
            Shard anew = n % 30 == 29 ? shard(copy(shelf)) : lasting;

            ShardAnswer answer = anew.answer(article);

            assertThat(anew == lasting ? answer : lasting.answer(article)).isEqualTo(answer);
        }
        assertThat(shelf.views.size()).isLessThan(300).isGreaterThan(64);
    }

    private static Shard shard(ViewShelf shelf) {
        return new Shard(0, shelf, Effort.sharedBy(1), VERIFIER, MEMORY, SearchGauge.NONE);
    }

    private static MemoryShelf copy(MemoryShelf shelf) {
        MemoryShelf copy = new MemoryShelf();
        copy.views.putAll(shelf.views);
        return copy;
    }

    private static Probe.Homing article(int id, int offset, Instant now, Random random) {
        List<String> words = new ArrayList<>();
        Random text = random.nextBoolean() ? random : new Random(random.nextInt(2));
        for (int n = 0; n < 40; n++) {
            words.add(WORDS[text.nextInt(WORDS.length)]);
        }
        Article article = new Article(
                "a" + id,
                "r" + offset,
                Completeness.FULL,
                "https://example.org/" + id,
                null,
                null,
                new Publisher("example.org", "Example"),
                "Council on the Brennhavn ferry",
                List.of(String.join(" ", words)),
                null,
                "en",
                List.of(),
                List.of(),
                Credits.NONE,
                now);
        View view = VIEWS.of(article);
        return new Probe.Homing(
                new Arrival(offset, now), Reference.of(article, view.words()), view, new Sketches().of(view));
    }
}
