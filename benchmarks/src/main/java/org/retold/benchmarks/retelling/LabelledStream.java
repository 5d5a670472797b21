package org.retold.benchmarks.retelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.retold.contract.Credits;
import org.retold.dedupe.candidate.CandidateIndex;
import org.retold.dedupe.sketch.Sketch;
import org.retold.dedupe.sketch.Sketches;
import org.retold.dedupe.verify.Features;
import org.retold.dedupe.verify.Shortlist;
import org.retold.dedupe.view.View;
import org.retold.dedupe.view.Views;

/** A corpus as it would arrive: every article with its candidates among the earlier ones, found as in production. */
final class LabelledStream {

    /** Candidates of an article that are looked at in training, at most; in production it is fewer. */
    private static final int TRAINED = 12;

    final String name;
    final List<Told> articles;
    final List<View> views = new ArrayList<>();

    /** Gold story of each article, by number. */
    final int[] story;

    /** What an article is left out with, by number. */
    final int[] group;

    /** For each article its pairs with earlier ones: verified ones first, in the order of the cheap score. */
    final List<List<Pair>> pairs = new ArrayList<>();

    final Recall recall;

    /**
     * Two articles.
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

    private LabelledStream(String name, List<Told> articles, int[] story, int[] group) {
        this.name = name;
        this.articles = articles;
        this.story = story;
        this.group = group;
        Views analysis = Views.shipped();
        Sketches sketches = new Sketches();
        List<Sketch> sketched = new ArrayList<>();
        for (Told told : articles) {
            View view =
                    analysis.of(told.id(), "1", told.title(), told.paragraphs(), told.language(), Credits.NONE, null);
            views.add(view);
            sketched.add(sketches.of(view));
        }
        CandidateIndex index = new CandidateIndex();
        int found = 0;
        int scored = 0;
        int verified = 0;
        int joinable = 0;
        int reached = 0;
        long candidates = 0;
        for (int i = 0; i < articles.size(); i++) {
            int[] slots = index.candidates(sketched.get(i), Shortlist.SCORED);
            candidates += slots.length;
            List<Integer> order = shortlist(i, slots);
            List<Pair> mine = new ArrayList<>();
            boolean reach = false;
            for (int k = 0; k < Math.min(TRAINED, order.size()); k++) {
                Pair pair = pair(i, order.get(k), k < Shortlist.VERIFIED);
                mine.add(pair);
                verified += pair.verified() && pair.retold() ? 1 : 0;
                reach |= pair.verified() && pair.retold();
            }
            int earlier = 0;
            for (int j = 0; j < i; j++) {
                if (story[i] == story[j]) {
                    earlier++;
                    scored += order.contains(j) ? 1 : 0;
                    int other = j;
                    if (mine.stream().noneMatch(pair -> pair.earlier() == other)) {
                        mine.add(pair(i, j, false));
                    }
                }
            }
            found += earlier;
            joinable += earlier > 0 ? 1 : 0;
            reached += reach ? 1 : 0;
            pairs.add(mine);
            index.insert(i, sketched.get(i));
        }
        recall = new Recall(found, scored, verified, joinable, reached, candidates);
    }

    /** @param folds articles of a story are left out together, in so many parts; 0 to leave out by topic group */
    static LabelledStream of(String name, List<Told> articles, int folds) {
        Map<String, Integer> stories = new HashMap<>();
        Map<String, Integer> groups = new HashMap<>();
        int[] story = new int[articles.size()];
        int[] group = new int[articles.size()];
        for (int i = 0; i < story.length; i++) {
            story[i] = stories.computeIfAbsent(articles.get(i).story(), key -> stories.size());
            group[i] = folds > 0
                    ? story[i] % folds
                    : groups.computeIfAbsent(articles.get(i).group(), key -> groups.size());
        }
        return new LabelledStream(name, articles, story, group);
    }

    private List<Integer> shortlist(int article, int[] slots) {
        View probe = views.get(article);
        return Arrays.stream(slots)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer slot) -> -Shortlist.cheapScore(probe, views.get(slot)))
                        .thenComparing(slot -> slot))
                .toList();
    }

    private Pair pair(int later, int earlier, boolean verified) {
        return new Pair(
                later,
                earlier,
                verified,
                story[later] == story[earlier],
                Features.of(views.get(later), views.get(earlier)));
    }

    int groups() {
        return Arrays.stream(group).max().orElse(-1) + 1;
    }
}
