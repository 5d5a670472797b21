package org.retold.dedupe.shard;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.dedupe.article.Reference;
import org.retold.dedupe.candidate.CandidateIndex;
import org.retold.dedupe.shard.Occupants.Occupant;
import org.retold.dedupe.sketch.Sketch;
import org.retold.dedupe.sketch.Sketches;
import org.retold.dedupe.verify.Shortlist;
import org.retold.dedupe.verify.Verifier;
import org.retold.dedupe.view.View;

/** A part of all articles, searched by every probe. Not thread-safe. */
public final class Shard {

    private final int number;
    private final ViewShelf shelf;
    private final Sketches sketches;
    private final Verifier verifier;
    private final Duration memory;
    private final SearchGauge gauge;
    private final CandidateIndex index = new CandidateIndex();
    private final Occupants occupants = new Occupants();

    /**
     * Builds the index from what the shelf holds, in the order in which it arrived.
     *
     * @param memory how long an article is remembered after its newest revision
     */
    public Shard(
            int number, ViewShelf shelf, Sketches sketches, Verifier verifier, Duration memory, SearchGauge gauge) {
        this.number = number;
        this.shelf = shelf;
        this.sketches = sketches;
        this.verifier = verifier;
        this.memory = memory;
        this.gauge = gauge;
        List<Occupant> arrived = new ArrayList<>();
        shelf.forEach((view, slot) -> arrived.add(new Occupant(slot, view.arrival())));
        arrived.sort(comparing(Occupant::arrival));
        for (Occupant occupant : arrived) {
            View view = shelf.get(occupant.slot()).orElseThrow().view();
            index.insert(occupant.slot(), sketches.of(view));
            occupants.seat(view.articleId(), occupant.slot(), occupant.arrival());
        }
    }

    public ShardAnswer answer(Probe probe) {
        return switch (probe) {
            case Probe.Passing passing -> {
                expire(passing.arrival().time());
                yield new ShardAnswer.Compared(
                        number, passing.arrival(), search(passing.view(), sketches.of(passing.view())));
            }
            case Probe.Homing homing -> {
                expire(homing.arrival().time());
                Sketch sketch = sketches.of(homing.view());
                List<Link> links = search(homing.view(), sketch);
                Standing standing = keep(homing, sketch);
                yield new ShardAnswer.Kept(number, homing.arrival(), standing, homing.reference(), links);
            }
            case Probe.Asking asking ->
                new ShardAnswer.Found(
                        number,
                        asking.lookupId(),
                        asking.asked(),
                        asking.published(),
                        asking.view().tooShort(),
                        search(asking.view(), sketches.of(asking.view())));
        };
    }

    /** Articles it keeps. */
    public int size() {
        return occupants.size();
    }

    private void expire(Instant now) {
        for (Optional<Map.Entry<String, Occupant>> silent = occupants.longestSilent();
                silent.isPresent() && silent.get().getValue().arrival().isPast(memory, now);
                silent = occupants.longestSilent()) {
            int slot = silent.get().getValue().slot();
            index.remove(slot, sketches.of(shelf.get(slot).orElseThrow().view()));
            shelf.remove(slot);
            occupants.leave(silent.get().getKey());
        }
    }

    private Standing keep(Probe.Homing article, Sketch sketch) {
        Reference reference = article.reference();
        @Nullable Occupant earlier = occupants.of(reference.id());
        if (earlier == null) {
            put(occupants.freeSlot(), article, sketch);
            return Standing.NEW;
        }
        ShelvedView shelved = shelf.get(earlier.slot()).orElseThrow();
        if (!Reference.replaces(
                reference.revision(), reference.completeness(), shelved.view().revision(), shelved.completeness())) {
            return Standing.REPEATED;
        }
        index.remove(earlier.slot(), sketches.of(shelved.view()));
        put(earlier.slot(), article, sketch);
        return Standing.REVISED;
    }

    private void put(int slot, Probe.Homing article, Sketch sketch) {
        shelf.put(slot, new ShelvedView(article.arrival(), article.reference().completeness(), article.view()));
        index.insert(slot, sketch);
        occupants.seat(article.reference().id(), slot, article.arrival());
    }

    private List<Link> search(View probe, Sketch sketch) {
        long started = System.nanoTime();
        List<Candidate> candidates = new ArrayList<>();
        for (int slot : index.candidates(sketch, Shortlist.SCORED)) {
            View view = shelf.get(slot).orElseThrow().view();
            if (!view.articleId().equals(probe.articleId())) {
                candidates.add(new Candidate(Shortlist.cheapScore(probe, view), view));
            }
        }
        List<Link> links = candidates.stream()
                .sorted(Candidate.MOST_PROMISING)
                .limit(Shortlist.VERIFIED)
                .map(candidate -> new Link(candidate.promise(), verifier.match(probe, candidate.view())))
                .toList();
        gauge.searched(candidates.size(), links.size(), System.nanoTime() - started);
        return links;
    }

    private record Candidate(double promise, View view) {
        static final Comparator<Candidate> MOST_PROMISING = Comparator.comparingDouble(Candidate::promise)
                .reversed()
                .thenComparing(candidate -> candidate.view().articleId());
    }
}
