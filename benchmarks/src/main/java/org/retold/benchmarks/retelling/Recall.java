package org.retold.benchmarks.retelling;

import java.util.List;
import java.util.Set;
import org.retold.benchmarks.retelling.ShardedIndex.Candidate;
import org.retold.dedupe.verify.Shortlist;

/**
 * How many of the pairs of one story the candidate search finds.
 *
 * @param articles that were searched with
 * @param pairs of such an article and an earlier one of its story
 * @param scored of them, those that are scored cheaply
 * @param verified of them, those that are verified exactly
 * @param verifiable of them, those that could be verified if nothing else was
 * @param joinable articles with an earlier one of their story
 * @param reached of them, those with a verified pair
 * @param candidates all that were scored cheaply
 */
record Recall(
        int articles, int pairs, int scored, int verified, int verifiable, int joinable, int reached, long candidates) {

    static final Recall NONE = new Recall(0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * Of one article.
     *
     * @param found all candidates
     * @param tellings earlier articles of its story
     */
    static Recall of(List<Candidate> found, Set<Integer> tellings) {
        List<Candidate> right = found.stream()
                .filter(candidate -> tellings.contains(candidate.number()))
                .toList();
        int scored = right.size();
        int verified = (int) right.stream().filter(Candidate::verified).count();
        return new Recall(
                1,
                tellings.size(),
                scored,
                verified,
                Math.min(Shortlist.VERIFIED, tellings.size()),
                tellings.isEmpty() ? 0 : 1,
                verified > 0 ? 1 : 0,
                found.size());
    }

    Recall plus(Recall other) {
        return new Recall(
                articles + other.articles,
                pairs + other.pairs,
                scored + other.scored,
                verified + other.verified,
                verifiable + other.verifiable,
                joinable + other.joinable,
                reached + other.reached,
                candidates + other.candidates);
    }
}
