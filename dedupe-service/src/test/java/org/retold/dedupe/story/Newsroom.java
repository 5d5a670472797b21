package org.retold.dedupe.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Article.Completeness;
import org.retold.contract.Correction;
import org.retold.contract.Credits;
import org.retold.contract.Evidence.Fact;
import org.retold.contract.Evidence.Passage;
import org.retold.contract.Evidence.Range;
import org.retold.contract.Published;
import org.retold.contract.Publisher;
import org.retold.dedupe.article.Arrival;
import org.retold.dedupe.article.Reference;
import org.retold.dedupe.shard.Link;
import org.retold.dedupe.verify.Clustering;
import org.retold.dedupe.verify.Match;

/** A story writer with a world around it, in which an article arrives every minute. */
final class Newsroom {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final Duration MEMORY = Duration.ofDays(60);
    static final Clustering CLUSTERING = new Clustering(0.6, 0.5, 0.8, 0.6, 0.5, 4, 0.05);

    final MemoryLedger ledger = new MemoryLedger();
    final StoryWriter writer = new StoryWriter(CLUSTERING, MEMORY, ledger);
    final Reader reader = new Reader();
    private Instant now = NOON;
    private long offset;

    /** An article with links to others. */
    List<Change> arrives(String id, Link... links) {
        return arrives(reference(id), links);
    }

    List<Change> arrives(Reference article, Link... links) {
        now = now.plus(Duration.ofMinutes(1));
        reader.mayReadOf(article.id());
        Stream<Link> seenFrom = Stream.of(links)
                .filter(link -> !link.otherArticleId().equals(article.id()))
                .filter(link -> !reader.withdrawn().contains(link.otherArticleId()))
                .map(link -> seenFrom(article, link));
        return published(writer.tell(new Finding(new Arrival(offset++, now), article, seenFrom.toList())));
    }

    /** As its shard has done, which then links nobody to it. */
    List<Change> isTakenDown(String articleId) {
        now = now.plus(Duration.ofMinutes(1));
        offset++;
        return published(writer.withdraw(articleId, now));
    }

    List<Change> operatorSays(Correction.Kind kind, String... articleIds) {
        return published(
                writer.correct(new Correction("c" + offset++, kind, List.of(articleIds), "operator", now, null), now));
    }

    void daysPass(int days) {
        now = now.plus(Duration.ofDays(days));
    }

    private List<Change> published(List<Change> changes) {
        changes.forEach(reader::read);
        return new ArrayList<>(changes);
    }

    /** A link whose passages are the article's first and the other's first paragraph. */
    static Link to(String other, double score) {
        return to(other, score, 0, 0);
    }

    /** The same words, by another publisher. */
    static Link copyOf(String other) {
        return link(other, 1, 0, 0, 1);
    }

    static Link to(String other, double score, int here, int there) {
        return link(other, score, here, there, 0.1);
    }

    private static Link link(String other, double score, int here, int there, double copied) {
        Passage passage = new Passage(new Range(here, 0, 200), new Range(there, 0, 200), 0.9);
        return new Link(
                score,
                new Match(
                        "?",
                        "?",
                        other,
                        "r1",
                        score,
                        score,
                        score,
                        score,
                        copied,
                        1.0,
                        true,
                        List.of(passage),
                        List.of(),
                        List.of(),
                        "test"));
    }

    private static Link seenFrom(Reference article, Link link) {
        Match match = link.match();
        return new Link(
                link.promise(),
                new Match(
                        article.id(),
                        article.revision(),
                        match.otherArticleId(),
                        match.otherRevision(),
                        match.score(),
                        match.similarity(),
                        match.containment(),
                        match.otherContainment(),
                        match.copied(),
                        match.lengthRatio(),
                        match.sameLanguage(),
                        match.passages(),
                        List.of(new Fact(Fact.Kind.TERM, article.title(), "Title of " + match.otherArticleId())),
                        match.sharedCredits(),
                        match.modelVersion()));
    }

    static Reference reference(String id) {
        return reference(id, "r1", Completeness.FULL);
    }

    static Reference reference(String id, String revision, Completeness completeness) {
        return new Reference(
                id,
                revision,
                completeness,
                "https://example.org/" + id,
                null,
                new Publisher("example.org", "Example"),
                "Title of " + id,
                null,
                "en",
                Credits.NONE,
                500);
    }

    static Reference reference(String id, int words, @Nullable Published published, Credits credits) {
        return new Reference(
                id,
                "r1",
                Completeness.FULL,
                "https://example.org/" + id,
                null,
                new Publisher("example.org", "Example"),
                "Title of " + id,
                published,
                "en",
                credits,
                words);
    }
}
