package org.retold.benchmarks.retelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.retold.dedupe.verify.Shortlist;

/** A corpus as it would arrive: every article with its candidates among the earlier ones, found as in production. */
final class LabelledStream {

    /** Candidates of an article that are looked at in training, at most; in production it is fewer. */
    private static final int TRAINED = 12;

    final String name;

    /** In the order in which they arrive. */
    final List<Told> articles;

    /** Gold story of each article, by place in the stream. */
    final int[] story;

    /** What an article is left out with, by place in the stream. */
    final int[] group;

    /** For each article its pairs with earlier ones: verified ones first, in the order of the cheap score. */
    final List<List<Pair>> pairs = new ArrayList<>();

    final Recall recall;
    final Archive archive;

    /** The number in the archive of each article, by place in the stream. */
    final int[] order;

    /**
     * Two articles, by place in the stream.
     *
     * @param verified whether production would verify it exactly
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Pair(int later, int earlier, boolean verified, boolean retold, double[] features) {}

    /**
     * How many of the pairs of one story the candidate search finds.
     *
     * @param pairs of one story
     * @param scored of them, those that are scored cheaply
     * @param verified of them, those that are verified exactly
     * @param joinable articles with an earlier one of their story
     * @param reached of them, those with a verified pair
     * @param candidates all that were scored cheaply
     */
    record Recall(int pairs, int scored, int verified, int joinable, int reached, long candidates) {}

    private LabelledStream(Archive archive, int[] order, boolean training) {
        this.name = archive.name;
        this.archive = archive;
        this.order = order;
        this.articles = Arrays.stream(order).mapToObj(archive.articles::get).toList();
        this.story = Arrays.stream(order).map(number -> archive.story[number]).toArray();
        this.group = Arrays.stream(order).map(number -> archive.group[number]).toArray();
        ShardedIndex index = new ShardedIndex(place -> archive.views.get(order[place]));
        int found = 0;
        int scored = 0;
        int verified = 0;
        int joinable = 0;
        int reached = 0;
        long candidates = 0;
        for (int i = 0; i < order.length; i++) {
            List<Integer> near = index.search(archive.views.get(order[i]), archive.sketches.get(order[i])).stream()
                    .map(ShardedIndex.Candidate::number)
                    .toList();
            candidates += near.size();
            List<Pair> mine = new ArrayList<>();
            int looked = Math.min(training ? TRAINED : Shortlist.VERIFIED, near.size());
            int right = 0;
            for (int k = 0; k < looked; k++) {
                Pair pair = pair(i, near.get(k), k < Shortlist.VERIFIED);
                mine.add(pair);
                right += pair.verified() && pair.retold() ? 1 : 0;
            }
            Set<Integer> seen = new HashSet<>(near.subList(0, looked));
            Set<Integer> all = new HashSet<>(near);
            int earlier = 0;
            for (int j = 0; j < i; j++) {
                if (story[i] == story[j]) {
                    earlier++;
                    scored += all.contains(j) ? 1 : 0;
                    if (training && !seen.contains(j)) {
                        mine.add(pair(i, j, false));
                    }
                }
            }
            found += earlier;
            verified += right;
            joinable += earlier > 0 ? 1 : 0;
            reached += right > 0 ? 1 : 0;
            pairs.add(mine);
            index.insert(i, articles.get(i).id(), archive.sketches.get(order[i]));
        }
        recall = new Recall(found, scored, verified, joinable, reached, candidates);
    }

    /**
     * A stream to train with: it has more pairs than production would look at.
     *
     * @param folds articles of a story are left out together, in so many parts; 0 to leave out by topic group
     */
    static LabelledStream of(String name, List<Told> articles, int folds) {
        return of(Archive.of(name, articles, folds));
    }

    static LabelledStream of(Archive archive) {
        return new LabelledStream(archive, IntStream.range(0, archive.size()).toArray(), true);
    }

    /**
     * Some articles of a corpus, or all, with the pairs that production would look at.
     *
     * @param order numbers in the archive, in the order in which they arrive
     */
    static LabelledStream inOrder(Archive archive, int[] order) {
        return new LabelledStream(archive, order, false);
    }

    private Pair pair(int later, int earlier, boolean verified) {
        return new Pair(
                later,
                earlier,
                verified,
                story[later] == story[earlier],
                archive.features(order[later], order[earlier]));
    }

    int groups() {
        return Arrays.stream(group).max().orElse(-1) + 1;
    }
}
