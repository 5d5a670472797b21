package org.retold.dedupe.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.contract.StoryEvent;
import org.retold.contract.StoryEvent.Kind;

/** Who leaves the ledger: stories whose time is up, and articles that were taken down. */
final class Departures {

    private final Clusterer clusterer;
    private final Duration memory;
    private final Ledger ledger;
    private final Rulings rulings;

    Departures(Clusterer clusterer, Duration memory, Ledger ledger, Rulings rulings) {
        this.clusterer = clusterer;
        this.memory = memory;
        this.ledger = ledger;
        this.rulings = rulings;
    }

    List<Change> expire(Instant now) {
        List<Change> changes = new ArrayList<>();
        for (Optional<StoryState> silent = ledger.longestSilent();
                silent.isPresent() && silent.get().newest().isPast(memory, now);
                silent = ledger.longestSilent()) {
            changes.add(end(silent.get(), null, now));
        }
        return changes;
    }

    /** An article that is not known changes nothing. */
    Optional<Change> withdraw(String articleId, Instant now) {
        return ledger.article(articleId).map(gone -> {
            StoryState story = ledger.story(gone.storyId()).orElseThrow();
            return story.size() == 1 ? end(story, articleId, now) : goOnWithout(gone, now);
        });
    }

    private Change goOnWithout(ToldArticle gone, Instant now) {
        Edition edition = new Edition(ledger, now);
        Deque<String> shaken = new ArrayDeque<>();
        shaken.push(edition.withdraw(gone).id());
        while (!shaken.isEmpty()) {
            StoryState story = edition.story(shaken.pop());
            clusterer.brokenPart(story, rulings::together, ledger).ifPresent(part -> {
                shaken.push(edition.split(story, part).id());
                shaken.push(story.id());
            });
        }
        return edition.close();
    }

    /** @param withdrawn its only article, if it ends because that was taken down */
    private Change end(StoryState story, @Nullable String withdrawn, Instant now) {
        List<String> gone = new ArrayList<>();
        gone.add(story.id());
        gone.addAll(story.mergedFrom());
        List<String> goneEvidence = new ArrayList<>();
        for (String articleId : story.articleIds()) {
            if (ledger.article(articleId).orElseThrow().supportedBy() != null) {
                goneEvidence.add(articleId);
            }
            ledger.forgetArticle(articleId);
        }
        gone.forEach(ledger::forgetStory);
        long number = ledger.nextChange();
        List<StoryEvent> events = new ArrayList<>();
        if (withdrawn != null) {
            events.add(event(Kind.WITHDRAWN, withdrawn, number, events.size(), story, gone.size(), now));
        }
        events.add(event(Kind.EXPIRED, null, number, events.size(), story, gone.size(), now));
        return new Change(number, now, List.of(), gone, events, List.of(), goneEvidence);
    }

    private static StoryEvent event(
            Kind kind, @Nullable String articleId, long change, int n, StoryState story, int changeSize, Instant at) {
        return new StoryEvent(
                change + "-" + n, story.id(), kind, story.version() + 1, change, changeSize, at, articleId, null);
    }
}
