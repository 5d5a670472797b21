package org.retold.benchmarks.retelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.retold.benchmarks.retelling.ShardedIndex.Candidate;

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

    private LabelledStream(Archive archive, int[] order, boolean training) {
        this.name = archive.name;
        this.archive = archive;
        this.order = order;
        this.articles = Arrays.stream(order).mapToObj(archive.articles::get).toList();
        this.story = Arrays.stream(order).map(number -> archive.story[number]).toArray();
        this.group = Arrays.stream(order).map(number -> archive.group[number]).toArray();
        ShardedIndex index = new ShardedIndex();
        Recall sum = Recall.NONE;
        for (int i = 0; i < order.length; i++) {
            List<Candidate> near = index.search(archive.views.get(order[i]), archive.sketches.get(order[i]));
            List<Pair> mine = new ArrayList<>();
            for (Candidate candidate : looked(near, training ? TRAINED : 0)) {
                mine.add(pair(i, candidate.number(), candidate.verified()));
            }
            Set<Integer> tellings = tellings(i);
            sum = sum.plus(Recall.of(near, tellings));
            if (training) {
                mine.forEach(pair -> tellings.remove(pair.earlier()));
                for (int earlier : tellings) {
                    mine.add(pair(i, earlier, false));
                }
            }
            pairs.add(mine);
            index.insert(i, archive.views.get(order[i]), archive.sketches.get(order[i]));
        }
        recall = sum;
    }

    /** What is verified, and of the others those that are among so many of the most promising. */
    private static List<Candidate> looked(List<Candidate> near, int most) {
        return IntStream.range(0, near.size())
                .filter(rank -> rank < most || near.get(rank).verified())
                .mapToObj(near::get)
                .toList();
    }

    private Set<Integer> tellings(int place) {
        Set<Integer> tellings = new TreeSet<>();
        for (int earlier = 0; earlier < place; earlier++) {
            if (story[earlier] == story[place]) {
                tellings.add(earlier);
            }
        }
        return tellings;
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
