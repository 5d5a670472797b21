package org.retold.dedupe.shard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.retold.dedupe.article.Reference;
import org.retold.dedupe.candidate.CandidateIndex;
import org.retold.dedupe.shard.Occupants.Occupant;
import org.retold.dedupe.sketch.Sketch;
import org.retold.dedupe.sketch.Sketches;
import org.retold.dedupe.verify.Gist;
import org.retold.dedupe.verify.Shortlist;
import org.retold.dedupe.verify.Verifier;
import org.retold.dedupe.view.View;

/** A part of all articles, searched by every probe. Not thread-safe. */
public final class Shard {

    private final int number;
    private final ViewShelf shelf;
    private final Effort effort;
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
    public Shard(int number, ViewShelf shelf, Effort effort, Verifier verifier, Duration memory, SearchGauge gauge) {
        this.number = number;
        this.shelf = shelf;
        this.effort = effort;
        this.verifier = verifier;
        this.memory = memory;
        this.gauge = gauge;
        Sketches sketches = new Sketches();
        List<Shelved> found = new ArrayList<>();
        shelf.forEach((shelved, slot) -> found.add(new Shelved(occupant(slot, shelved), sketches.of(shelved.view()))));
        found.sort(Shelved.BY_ARRIVAL);
        found.forEach(shelved -> seat(shelved.occupant(), shelved.sketch()));
    }

    public ShardAnswer answer(Probe probe) {
        return switch (probe) {
            case Probe.Passing passing -> {
                expire(passing.arrival().time());
                yield new ShardAnswer.Compared(number, passing.arrival(), search(passing));
            }
            case Probe.Homing homing -> {
                expire(homing.arrival().time());
                List<Link> links = search(homing);
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
                        search(asking));
            case Probe.Withdrawing withdrawing -> {
                expire(withdrawing.arrival().time());
                withdraw(withdrawing.articleId());
                yield new ShardAnswer.Withdrawn(number, withdrawing.arrival(), withdrawing.articleId());
            }
        };
    }

    /** Articles it keeps. */
    public int size() {
        return occupants.articles();
    }

    private void expire(Instant now) {
        for (Optional<Occupant> first = occupants.first();
                first.isPresent() && first.get().arrival().isPast(memory, now);
                first = occupants.first()) {
            int slot = first.get().slot();
            index.remove(slot);
            shelf.remove(slot);
            occupants.firstLeaves();
        }
    }

    private void withdraw(String articleId) {
        for (int slot : occupants.slotsOf(articleId)) {
            index.withdraw(slot, other -> occupants.at(other).arrival().offset());
            shelf.remove(slot);
            occupants.leave(slot);
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
            occupants.supersede(earlier.getAsInt());
        }
        int slot = occupants.freeSlot();
        ShelvedView kept = new ShelvedView(article.arrival(), reference.completeness(), false, article.view());
        shelf.put(slot, kept);
        seat(occupant(slot, kept), article.sketch());
        return earlier.isPresent() ? Standing.REVISED : Standing.NEW;
    }

    private void seat(Occupant occupant, Sketch sketch) {
        index.insert(occupant.slot(), sketch);
        occupants.seat(occupant);
    }

    private static Occupant occupant(int slot, ShelvedView shelved) {
        View view = shelved.view();
        return new Occupant(slot, shelved.arrival(), view.articleId(), shelved.superseded() ? null : Gist.of(view));
    }

    private List<Link> search(Probe.Text probe) {
        long started = System.nanoTime();
        View view = probe.view();
        Gist gist = Gist.of(view);
        List<Candidate> promising = new ArrayList<>();
        int scored = 0;
        for (int slot : index.candidates(probe.sketch(), effort.scored())) {
            Occupant occupant = occupants.at(slot);
            Gist other = occupant.gist();
            if (other != null && !occupant.articleId().equals(view.articleId())) {
                scored++;
                double promise = Shortlist.cheapScore(gist, other);
                if (promise >= Shortlist.LEAST_PROMISE) {
                    promising.add(new Candidate(promise, occupant));
                }
            }
        }
        List<Link> links = promising.stream()
                .sorted(Candidate.MOST_PROMISING)
                .limit(effort.verified())
                .map(candidate -> new Link(candidate.promise(), verifier.match(view, view(candidate.occupant()))))
                .toList();
        gauge.searched(scored, links.size(), System.nanoTime() - started);
        return links;
    }

    private View view(Occupant occupant) {
        return shelf.get(occupant.slot()).orElseThrow().view();
    }

    private record Shelved(Occupant occupant, Sketch sketch) {
        static final Comparator<Shelved> BY_ARRIVAL =
                Comparator.comparing(shelved -> shelved.occupant().arrival());
    }

    private record Candidate(double promise, Occupant occupant) {
        static final Comparator<Candidate> MOST_PROMISING = Comparator.comparingDouble(Candidate::promise)
                .reversed()
                .thenComparing(candidate -> candidate.occupant().articleId());
    }
}
