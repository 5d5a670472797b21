package org.retold.benchmarks.retelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.retold.dedupe.candidate.CandidateIndex;
import org.retold.dedupe.sketch.Sketch;
import org.retold.dedupe.verify.Shortlist;
import org.retold.dedupe.view.View;

/** The index as it is in production, in as many shards, each article in the shard of its id. */
final class ShardedIndex {

    /** As many as {@code retold.dedupe.shards} is unless an operator says otherwise. */
    private static final int SHARDS = 4;

    private final List<CandidateIndex> shards = new ArrayList<>();
    private final List<List<Integer>> slots = new ArrayList<>();
    private final IntFunction<View> views;

    /** @param views of an article, by the number that it is inserted with */
    ShardedIndex(IntFunction<View> views) {
        this.views = views;
        for (int shard = 0; shard < SHARDS; shard++) {
            shards.add(new CandidateIndex());
            slots.add(new ArrayList<>());
        }
    }

    /**
     * An article that was found.
     *
     * @param promise its cheap score
     */
    record Candidate(int number, String articleId, double promise) {}

    void insert(int number, String articleId, Sketch sketch) {
        int home = Math.floorMod(articleId.hashCode(), SHARDS);
        shards.get(home).insert(slots.get(home).size(), sketch);
        slots.get(home).add(number);
    }

    /** All that are scored cheaply, most promising first; the first {@link Shortlist#VERIFIED} are verified. */
    List<Candidate> search(View probe, Sketch sketch) {
        List<Candidate> found = new ArrayList<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            for (int slot : shards.get(shard).candidates(sketch, Shortlist.SCORED / SHARDS)) {
                int number = slots.get(shard).get(slot);
                View view = views.apply(number);
                found.add(new Candidate(number, view.articleId(), Shortlist.cheapScore(probe, view)));
            }
        }
        found.sort(Comparator.comparingDouble(Candidate::promise).reversed().thenComparing(Candidate::articleId));
        return found;
    }
}
