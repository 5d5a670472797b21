package org.retold.dedupe.shard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.retold.dedupe.article.Arrival;
import org.retold.dedupe.article.Reference;
import org.retold.dedupe.candidate.CandidateIndex;
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
        List<Map.Entry<Arrival, Integer>> arrived = new ArrayList<>();
        shelf.forEach((view, slot) -> arrived.add(Map.entry(view.arrival(), slot)));
        arrived.sort(Map.Entry.comparingByKey());
        arrived.forEach(
                entry -> seat(entry.getValue(), shelf.get(entry.getValue()).orElseThrow()));
    }

    public ShardAnswer answer(Probe probe) {
        return switch (probe) {
            case Probe.Passing passing -> {
                expire(passing.arrival().time());
                yield new ShardAnswer.Compared(number, passing.arrival(), search(passing.view()));
            }
            case Probe.Homing homing -> {
                expire(homing.arrival().time());
                List<Link> links = search(homing.view());
                Standing standing = keep(homing);
                yield new ShardAnswer.Kept(number, homing.arrival(), standing, homing.reference(), links);
            }
            case Probe.Asking asking ->
                new ShardAnswer.Found(
                        number,
                        asking.lookupId(),
                        asking.asked(),
                        asking.published(),
                        asking.view().tooShort(),
                        search(asking.view()));
        };
    }

    /** Articles it keeps. */
    public int size() {
        return occupants.articles();
    }

    private void expire(Instant now) {
        for (Optional<Map.Entry<Integer, Arrival>> first = occupants.first();
                first.isPresent() && first.get().getValue().isPast(memory, now);
                first = occupants.first()) {
            int slot = first.get().getKey();
            View view = shelf.get(slot).orElseThrow().view();
            index.remove(slot, sketches.of(view));
            shelf.remove(slot);
            occupants.leave(slot, view.articleId());
        }
    }

    private Standing keep(Probe.Homing article) {
        Reference reference = article.reference();
        OptionalInt earlier = occupants.slotOf(reference.id());
        if (earlier.isPresent()) {
            ShelvedView shelved = shelf.get(earlier.getAsInt()).orElseThrow();
            if (!Reference.replaces(
                    reference.revision(),
                    reference.completeness(),
                    shelved.view().revision(),
                    shelved.completeness())) {
                return Standing.REPEATED;
            }
            shelf.put(earlier.getAsInt(), shelved.asSuperseded());
        }
        int slot = occupants.freeSlot();
        ShelvedView kept = new ShelvedView(article.arrival(), reference.completeness(), false, article.view());
        shelf.put(slot, kept);
        seat(slot, kept);
        return earlier.isPresent() ? Standing.REVISED : Standing.NEW;
    }

    private void seat(int slot, ShelvedView shelved) {
        index.insert(slot, sketches.of(shelved.view()));
        if (shelved.superseded()) {
            occupants.seat(slot, shelved.arrival());
        } else {
            occupants.seatNewest(slot, shelved.arrival(), shelved.view().articleId());
        }
    }

    private List<Link> search(View probe) {
        long started = System.nanoTime();
        List<Candidate> candidates = new ArrayList<>();
        for (int slot : index.candidates(sketches.of(probe), Shortlist.SCORED)) {
            ShelvedView shelved = shelf.get(slot).orElseThrow();
            View view = shelved.view();
            if (!shelved.superseded() && !view.articleId().equals(probe.articleId())) {
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
