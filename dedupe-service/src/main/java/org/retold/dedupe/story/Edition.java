package org.retold.dedupe.story;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Evidence;
import org.retold.contract.Relation;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;
import org.retold.contract.StoryEvent.Kind;
import org.retold.dedupe.shard.Link;
import org.retold.dedupe.sketch.Sketches;
import org.retold.dedupe.verify.Match;

/** One decision in the making: the ledger is changed at once, the snapshots are taken at the end. */
final class Edition {

    private final Ledger ledger;
    private final Instant at;
    private final Map<String, StoryState> touched = new LinkedHashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, Evidence> evidence = new LinkedHashMap<>();
    private final List<String> goneEvidence = new ArrayList<>();

    private record Note(
            Kind kind,
            String storyId,
            @Nullable String articleId,
            @Nullable String otherStoryId) {}

    Edition(Ledger ledger, Instant at) {
        this.ledger = ledger;
        this.at = at;
    }

    StoryState storyOf(String articleId) {
        return story(article(articleId).storyId());
    }

    StoryState story(String storyId) {
        return ledger.story(storyId).orElseThrow();
    }

    ToldArticle article(String articleId) {
        return ledger.article(articleId).orElseThrow();
    }

    List<ToldArticle> articles(StoryState story) {
        return story.articleIds().stream().map(this::article).toList();
    }

    boolean isEmpty() {
        return touched.isEmpty();
    }

    /** The story has a new snapshot in this edition. */
    void touch(StoryState story) {
        StoryState next = touched.containsKey(story.id()) ? story : story.next();
        touched.put(story.id(), next);
        ledger.put(next);
    }

    void note(Kind kind, String storyId, @Nullable String articleId, @Nullable String otherStoryId) {
        notes.add(new Note(kind, storyId, articleId, otherStoryId));
    }

    /** Opens the story of its own of an article that is in none. */
    StoryState found(ToldArticle article) {
        return found(article, List.of());
    }

    /** @param absorbed stories that may live again, because it has left the one that absorbed them */
    private StoryState found(ToldArticle article, List<String> absorbed) {
        String own = StoryId.foundedBy(article.id());
        String name = ledger.story(own).isEmpty() || absorbed.contains(own)
                ? own
                : StoryId.foundedAgainBy(article.id(), article.first());
        ledger.put(article.in(name));
        touch(ledger.story(name).map(merged -> merged.withOnly(article)).orElseGet(() -> StoryState.of(name, article)));
        return story(name);
    }

    /** The older one absorbs the younger one and all that this had absorbed. */
    StoryState merge(StoryState some, StoryState others) {
        StoryState survivor = some.isOlderThan(others) ? some : others;
        StoryState younger = some.isOlderThan(others) ? others : some;
        List<ToldArticle> all = new ArrayList<>(articles(survivor));
        for (ToldArticle article : articles(younger)) {
            ToldArticle moved = article.in(survivor.id());
            ledger.put(moved);
            all.add(moved);
        }
        List<String> absorbed = new ArrayList<>(survivor.mergedFrom());
        absorbed.add(younger.id());
        absorbed.addAll(younger.mergedFrom());
        touch(survivor.holding(idsByArrival(all), survivor.newest().orLater(younger.newest()), absorbed));
        touch(younger.absorbedBy(survivor.id()));
        younger.mergedFrom().forEach(id -> touch(story(id).absorbedBy(survivor.id())));
        note(Kind.MERGED, survivor.id(), null, younger.id());
        note(Kind.MERGED, younger.id(), null, survivor.id());
        return story(survivor.id());
    }

    /**
     * Takes some articles out of their story, into one of their own; whoever has the founder keeps the id. Both halves
     * are remembered for as long as the whole would have been.
     *
     * @return the half that has another id
     */
    StoryState split(StoryState story, List<ToldArticle> some) {
        List<String> someIds = some.stream().map(ToldArticle::id).toList();
        List<ToldArticle> rest = articles(story).stream()
                .filter(article -> !someIds.contains(article.id()))
                .toList();
        boolean founderLeaves = someIds.contains(story.founder());
        List<ToldArticle> staying = founderLeaves ? some : rest;
        List<ToldArticle> leaving = founderLeaves ? rest : some;
        List<String> leavingIds = idsByArrival(leaving);
        StoryState half = found(article(leavingIds.getFirst()), story.mergedFrom());
        leaving.forEach(article -> ledger.put(article(article.id()).in(half.id())));
        List<String> absorbedByHalf = new ArrayList<>();
        List<String> absorbed = new ArrayList<>();
        for (String id : story.mergedFrom()) {
            if (id.equals(half.id())) {
                continue; // it lives again
            }
            (leavingIds.contains(story(id).founder()) ? absorbedByHalf : absorbed).add(id);
        }
        touch(half.holding(leavingIds, story.newest(), absorbedByHalf));
        touch(story.holding(idsByArrival(staying), story.newest(), absorbed));
        absorbedByHalf.forEach(id -> touch(story(id).absorbedBy(half.id())));
        renew(absorbed);
        note(Kind.SPLIT, story.id(), null, half.id());
        note(Kind.SPLIT, half.id(), null, story.id());
        some.forEach(article -> withdrawUnlessTogether(article.id()));
        rest.forEach(article -> withdrawUnlessTogether(article.id()));
        return story(half.id());
    }

    /** Forgets an article and what others had to do with it; it is not the only one of its story. */
    StoryState withdraw(ToldArticle gone) {
        StoryState story = story(gone.storyId()).without(gone.id());
        ledger.forgetArticle(gone.id());
        if (gone.supportedBy() != null) {
            goneEvidence.add(gone.id());
        }
        for (ToldArticle article : articles(story)) {
            ledger.put(article.withoutTieTo(gone.id()));
            withdrawUnlessTogether(article.id());
        }
        touch(story);
        renew(story.mergedFrom());
        note(Kind.WITHDRAWN, story.id(), gone.id(), null);
        return story(story.id());
    }

    /** What a merged story is called may be the title of an article that has left. */
    private void renew(List<String> absorbed) {
        absorbed.forEach(id -> touch(story(id)));
    }

    /** Publishes the strongest of an article's links into its own story; without one, what was published stays. */
    void support(String articleId, List<Link> links) {
        ToldArticle article = article(articleId);
        links.stream()
                .filter(link -> ledger.article(link.otherArticleId())
                        .filter(other -> other.storyId().equals(article.storyId()))
                        .isPresent())
                .min(Link.STRONGEST)
                .ifPresent(link -> {
                    publish(article, link.match());
                    ToldArticle other = article(link.otherArticleId());
                    if (other.supportedBy() == null
                            && !story(other.storyId()).founder().equals(other.id())) {
                        publish(other, link.match().reversed());
                    }
                });
    }

    private void publish(ToldArticle article, Match match) {
        Relation relation = match.relation();
        evidence.put(article.id(), match.evidence(article.storyId(), relation, Sketches.VERSION));
        goneEvidence.remove(article.id());
        ledger.put(article.supportedBy(match.otherArticleId()));
    }

    private void withdrawUnlessTogether(String articleId) {
        ToldArticle article = article(articleId);
        Optional<String> support = Optional.ofNullable(article.supportedBy());
        if (support.isPresent()
                && !ledger.article(support.get())
                        .filter(other -> other.storyId().equals(article.storyId()))
                        .isPresent()) {
            evidence.remove(articleId);
            goneEvidence.add(articleId);
            ledger.put(article.supportedBy(null));
        }
    }

    /** Takes the snapshots. */
    Change close() {
        long number = ledger.nextChange();
        int size = touched.size();
        Snapshot snapshot = new Snapshot(number, size, at);
        List<Story> stories = new ArrayList<>();
        for (StoryState story : touched.values()) {
            StoryState shown = story.isLive() ? story : story(Objects.requireNonNull(story.mergedInto()));
            stories.add(snapshot.of(story, new Cast(articles(shown))));
        }
        List<StoryEvent> events = new ArrayList<>();
        for (Note note : notes) {
            events.add(new StoryEvent(
                    number + "-" + events.size(),
                    note.storyId(),
                    note.kind(),
                    story(note.storyId()).version(),
                    number,
                    size,
                    at,
                    note.articleId(),
                    note.otherStoryId()));
        }
        return new Change(number, at, stories, List.of(), events, List.copyOf(evidence.values()), goneEvidence);
    }

    private static List<String> idsByArrival(List<ToldArticle> articles) {
        return articles.stream()
                .sorted(comparing(ToldArticle::first))
                .map(ToldArticle::id)
                .toList();
    }
}
