package org.retold.benchmarks.retelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.retold.dedupe.candidate.CandidateIndex;
import org.retold.dedupe.shard.Effort;
import org.retold.dedupe.sketch.Sketch;
import org.retold.dedupe.verify.Gist;
import org.retold.dedupe.verify.Shortlist;
import org.retold.dedupe.view.View;

/** The index as it is in production, in as many shards, each article in the shard of its id. */
final class ShardedIndex {

    /** As many as {@code retold.dedupe.shards} is unless an operator says otherwise. */
    private static final int SHARDS = 4;

    private static final Effort EFFORT = Effort.sharedBy(SHARDS);
    private static final Comparator<Candidate> MOST_PROMISING =
            Comparator.comparingDouble(Candidate::promise).reversed().thenComparing(Candidate::articleId);

    private final List<Part> shards = new ArrayList<>();

    ShardedIndex() {
        for (int shard = 0; shard < SHARDS; shard++) {
            shards.add(new Part(new CandidateIndex(), new ArrayList<>()));
        }
    }

    /**
     * An article that was found.
     *
     * @param number what it was inserted with
     * @param promise its cheap score
     * @param verified whether it is verified exactly
     */
    record Candidate(int number, String articleId, double promise, boolean verified) {

        Candidate asVerified() {
            return new Candidate(number, articleId, promise, true);
        }
    }

    private record Seat(int number, String articleId, Gist gist) {}

    /** @param seats by slot */
    private record Part(CandidateIndex index, List<Seat> seats) {}

    void insert(int number, View view, Sketch sketch) {
        String articleId = view.articleId();
        Part home = shards.get(Math.floorMod(articleId.hashCode(), SHARDS));
        home.index().insert(home.seats().size(), sketch);
        home.seats().add(new Seat(number, articleId, Gist.of(view)));
    }

    /** All that are scored cheaply, in all shards together, most promising first. */
    List<Candidate> search(View probe, Sketch sketch) {
        Gist gist = Gist.of(probe);
        List<Candidate> found = new ArrayList<>();
        for (Part shard : shards) {
            List<Candidate> here = new ArrayList<>();
            for (int slot : shard.index().candidates(sketch, EFFORT.scored())) {
                Seat seat = shard.seats().get(slot);
                here.add(
                        new Candidate(seat.number(), seat.articleId(), Shortlist.cheapScore(gist, seat.gist()), false));
            }
            here.sort(MOST_PROMISING);
            for (int i = 0; i < here.size(); i++) {
                Candidate candidate = here.get(i);
                boolean verified = i < EFFORT.verified() && candidate.promise() >= Shortlist.LEAST_PROMISE;
                found.add(verified ? candidate.asVerified() : candidate);
            }
        }
        found.sort(MOST_PROMISING);
        return found;
    }
}
