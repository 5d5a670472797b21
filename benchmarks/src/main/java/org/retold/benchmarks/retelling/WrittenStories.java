package org.retold.benchmarks.retelling;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.retold.benchmarks.retelling.LabelledStream.Pair;
import org.retold.contract.Article.Completeness;
import org.retold.contract.Credits;
import org.retold.contract.Publisher;
import org.retold.dedupe.article.Arrival;
import org.retold.dedupe.article.Reference;
import org.retold.dedupe.shard.Link;
import org.retold.dedupe.story.Finding;
import org.retold.dedupe.story.MemoryLedger;
import org.retold.dedupe.story.StoryWriter;
import org.retold.dedupe.verify.Model;
import org.retold.dedupe.verify.Shortlist;
import org.retold.dedupe.view.View;

/** The stories that the service's own writer makes of a stream, with digests, splits and late mergers. */
final class WrittenStories {

    /** All articles come at once: nothing expires. */
    private static final Instant NOW = Instant.EPOCH;

    private static final Duration MEMORY = Duration.ofDays(60);
    private static final Publisher PUBLISHER = new Publisher("example.org", "Example");

    private WrittenStories() {}

    /** @return the number of each article's story, by place in the stream */
    static int[] label(LabelledStream stream, Model model) {
        MemoryLedger ledger = new MemoryLedger();
        StoryWriter writer = new StoryWriter(model.clustering(), MEMORY, ledger);
        for (int i = 0; i < stream.articles.size(); i++) {
            writer.tell(new Finding(new Arrival(i, NOW), reference(stream, i), links(stream, i, model)));
        }
        Map<String, Integer> numbers = new HashMap<>();
        return stream.articles.stream()
                .map(told -> ledger.article(told.id()).orElseThrow().storyId())
                .mapToInt(story -> numbers.computeIfAbsent(story, key -> numbers.size()))
                .toArray();
    }

    private static List<Link> links(LabelledStream stream, int place, Model model) {
        Archive archive = stream.archive;
        return stream.pairs.get(place).stream()
                .filter(Pair::verified)
                .map(pair -> {
                    int article = stream.order[pair.later()];
                    int other = stream.order[pair.earlier()];
                    double promise = Shortlist.cheapScore(archive.views.get(article), archive.views.get(other));
                    return new Link(promise, archive.match(article, other, model));
                })
                .toList();
    }

    private static Reference reference(LabelledStream stream, int place) {
        View view = stream.archive.views.get(stream.order[place]);
        return new Reference(
                view.articleId(),
                view.revision(),
                Completeness.FULL,
                "https://example.org/" + place,
                null,
                PUBLISHER,
                "-",
                null,
                view.language(),
                Credits.NONE,
                view.words());
    }
}
