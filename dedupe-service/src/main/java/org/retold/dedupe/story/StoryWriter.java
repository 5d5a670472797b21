package org.retold.dedupe.story;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.retold.contract.Correction;
import org.retold.contract.LookupAnswer;
import org.retold.contract.StoryEvent.Kind;
import org.retold.dedupe.article.Reference;
import org.retold.dedupe.shard.Link;
import org.retold.dedupe.verify.Clustering;

/**
 * Decides article after article, in arrival order. All it decides follows from the articles, their record time, the
 * corrections and its ledger. Not thread-safe.
 */
public final class StoryWriter {

    private final Clusterer clusterer;
    private final Ledger ledger;
    private final Rulings rulings;
    private final Departures departures;

    /** @param memory how long an article is remembered after its newest revision, and a story after its last article */
    public StoryWriter(Clustering clustering, Duration memory, Ledger ledger) {
        this.clusterer = new Clusterer(clustering);
        this.ledger = ledger;
        this.rulings = new Rulings(ledger);
        this.departures = new Departures(clusterer, memory, ledger, rulings);
    }

    /** An article or a new revision of one; the same revision again, or an introduction after a full text, is nothing. */
    public List<Change> tell(Finding finding) {
        List<Change> changes = new ArrayList<>(expire(finding.arrival().time()));
        Optional<ToldArticle> known = ledger.article(finding.article().id());
        if (known.isEmpty()) {
            changes.add(place(finding));
        } else if (known.get().reference().isReplacedBy(finding.article())) {
            changes.add(revise(known.get(), finding));
        } else {
            // Its shard had forgotten it, its story lives: it is remembered anew, and there is nothing to tell.
            ledger.put(known.get().seenAgain(finding.arrival()));
            StoryState story = ledger.story(known.get().storyId()).orElseThrow();
            ledger.put(story.heardOf(finding.arrival()));
        }
        return changes;
    }

    /** Time has come to an arrival that is nothing new. */
    public List<Change> expire(Instant now) {
        return departures.expire(now);
    }

    /** An article was taken down. If it comes again it is a new one; what operators said of it still binds. */
    public List<Change> withdraw(String articleId, Instant at) {
        List<Change> changes = new ArrayList<>(expire(at));
        departures.withdraw(articleId, at).ifPresent(changes::add);
        return changes;
    }

    /** An operator's word; it holds at once and for ever. */
    public List<Change> correct(Correction correction, Instant at) {
        ledger.put(correction);
        Edition edition = new Edition(ledger, at);
        for (String articleId : correction.articleIds()) {
            if (ledger.article(articleId).isPresent()) {
                obey(articleId, edition);
            }
        }
        return edition.isEmpty() ? List.of() : List.of(edition.close());
    }

    /** What is known of a text that is not to be told. */
    public LookupAnswer lookUp(Question question, List<Link> links) {
        if (question.tooShort()) {
            return question.answer(LookupAnswer.Outcome.TOO_SHORT);
        }
        List<Pull> pulls = clusterer.pulls(links, ledger);
        return switch (clusterer.place(pulls, Set.of(), ledger)) {
            case Placement.Founds founds -> question.answer(LookupAnswer.Outcome.NOT_TOLD);
            case Placement.Joins(StoryState story) -> question.told(pulls.getFirst(), cast(story));
            case Placement.Reveals reveals -> question.told(pulls.getFirst(), cast(reveals.story()));
        };
    }

    private Change place(Finding finding) {
        Edition edition = new Edition(ledger, finding.arrival().time());
        Reference reference = finding.article();
        StoryState story = settle(finding, finding.links(), edition);
        obey(reference.id(), edition);
        unite(story.id(), finding.links(), edition);
        part(reference.id(), edition);
        edition.support(reference.id(), finding.links());
        return edition.close();
    }

    private StoryState settle(Finding finding, List<Link> links, Edition edition) {
        String id = finding.article().id();
        return switch (placement(id, links)) {
            case Placement.Joins(StoryState story) -> {
                ledger.put(told(finding, story.id(), false));
                edition.touch(story.with(id, finding.arrival()));
                edition.note(Kind.JOINED, story.id(), id, null);
                yield edition.story(story.id());
            }
            case Placement.Founds founds -> {
                StoryState story = edition.found(told(finding, StoryId.foundedBy(id), founds.digest()));
                edition.note(Kind.CREATED, story.id(), id, null);
                yield story;
            }
            case Placement.Reveals reveals -> {
                ToldArticle digest = reveals.digest();
                ledger.put(digest.asDigest());
                edition.split(reveals.story(), List.of(digest.asDigest()));
                yield settle(
                        finding,
                        links.stream()
                                .filter(link -> !link.otherArticleId().equals(digest.id()))
                                .toList(),
                        edition);
            }
        };
    }

    /** What operators said comes first. */
    private Placement placement(String articleId, List<Link> links) {
        Optional<StoryState> ruled = rulings.together(articleId).stream()
                .flatMap(other -> ledger.article(other).stream())
                .flatMap(other -> ledger.story(other.storyId()).stream())
                .min(comparing(StoryState::founded));
        if (ruled.isPresent()) {
            return new Placement.Joins(ruled.get());
        }
        Placement placement = clusterer.place(clusterer.pulls(links, ledger), rulings.apart(articleId), ledger);
        return placement instanceof Placement.Reveals reveals
                        && rulings.together(reveals.digest().id()).stream()
                                .anyMatch(reveals.story().articleIds()::contains)
                ? new Placement.Joins(reveals.story())
                : placement;
    }

    private Change revise(ToldArticle known, Finding finding) {
        Edition edition = new Edition(ledger, finding.arrival().time());
        ledger.put(known.revised(finding.article(), finding.arrival(), ties(finding)));
        edition.touch(edition.story(known.storyId()).heardOf(finding.arrival()));
        edition.note(Kind.REVISED, known.storyId(), known.id(), null);
        placeAnew(known.id(), finding.links(), edition);
        unite(known.storyId(), finding.links(), edition);
        part(known.id(), edition);
        edition.support(known.id(), finding.links());
        return edition.close();
    }

    /** A revision stays where it was, unless it was alone: what was an introduction may now be known to retell. */
    private void placeAnew(String articleId, List<Link> links, Edition edition) {
        StoryState story = edition.storyOf(articleId);
        if (story.size() == 1
                && placement(articleId, links) instanceof Placement.Joins joins
                && !joins.story().id().equals(story.id())
                && !edition.article(articleId).digest()) {
            edition.merge(story, edition.story(joins.story().id()));
        }
    }

    /** Merges the article's story with those that its links show to be the same. */
    private void unite(String articleStoryId, List<Link> links, Edition edition) {
        StoryState story = survivorOf(articleStoryId, edition);
        for (Pull pull : clusterer.pulls(links, ledger)) {
            StoryState other = survivorOf(pull.story().id(), edition);
            if (!other.id().equals(story.id())
                    && !areKeptApart(story, other)
                    && clusterer.areOne(story, other, ledger)) {
                story = edition.merge(story, other);
            }
        }
    }

    /** Parts the article's story where it holds together no more, now that it is there. */
    private void part(String articleId, Edition edition) {
        StoryState story = edition.storyOf(articleId);
        for (Optional<List<ToldArticle>> loose = clusterer.loosePart(story, rulings::together, ledger);
                loose.isPresent();
                loose = clusterer.loosePart(story, rulings::together, ledger)) {
            edition.split(story, loose.get());
            story = edition.storyOf(articleId);
        }
    }

    private static StoryState survivorOf(String storyId, Edition edition) {
        StoryState story = edition.story(storyId);
        String survivor = story.mergedInto();
        return survivor == null ? story : edition.story(survivor);
    }

    /** Makes what operators said about an article true. */
    private void obey(String articleId, Edition edition) {
        for (String other : rulings.together(articleId)) {
            if (ledger.article(other).isPresent()) {
                StoryState here = edition.storyOf(articleId);
                StoryState there = edition.storyOf(other);
                if (!here.id().equals(there.id())) {
                    separateAll(edition.merge(here, there).id(), edition);
                }
            }
        }
        separate(articleId, edition);
    }

    private void separateAll(String storyId, Edition edition) {
        for (String articleId : edition.story(storyId).articleIds()) {
            separate(articleId, edition);
        }
    }

    /** Takes an article and those that go with it out of a story that it must not be in. */
    private void separate(String articleId, Edition edition) {
        StoryState story = edition.storyOf(articleId);
        Set<String> apart = new TreeSet<>(rulings.apart(articleId));
        apart.retainAll(story.articleIds());
        if (!apart.isEmpty()) {
            List<ToldArticle> articles = edition.articles(story);
            Set<String> some = new Partition(articles, rulings).around(articleId, apart);
            edition.split(
                    story,
                    articles.stream()
                            .filter(article -> some.contains(article.id()))
                            .toList());
        }
    }

    private boolean areKeptApart(StoryState some, StoryState others) {
        StoryState smaller = some.size() <= others.size() ? some : others;
        StoryState larger = some.size() <= others.size() ? others : some;
        return smaller.articleIds().stream()
                .anyMatch(id -> rulings.apart(id).stream().anyMatch(larger.articleIds()::contains));
    }

    private Cast cast(StoryState story) {
        return new Cast(story.articleIds().stream()
                .map(id -> ledger.article(id).orElseThrow())
                .toList());
    }

    private static ToldArticle told(Finding finding, String storyId, boolean digest) {
        return new ToldArticle(
                finding.article(), finding.arrival(), finding.arrival(), storyId, digest, ties(finding), null);
    }

    private static List<Tie> ties(Finding finding) {
        return finding.links().stream().sorted(Link.STRONGEST).map(Tie::of).toList();
    }
}
