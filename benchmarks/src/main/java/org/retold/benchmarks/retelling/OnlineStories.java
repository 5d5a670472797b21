package org.retold.benchmarks.retelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.retold.benchmarks.retelling.LabelledStream.Pair;
import org.retold.dedupe.verify.Clustering;

/** The rule by which stories are built, for choosing its parameters: each article joins its best story, or opens one. */
final class OnlineStories {

    private final Clustering rule;

    OnlineStories(Clustering rule) {
        this.rule = rule;
    }

    private record Pull(double score, int story) {}

    /** @param score probability of each pair, in the stream's order */
    int[] label(LabelledStream stream, double[][] score) {
        int n = stream.articles.size();
        int[] label = new int[n];
        List<List<Integer>> members = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Pull> pulls = pulls(stream.pairs.get(i), score[i], label, members);
            if (pulls.isEmpty() || pulls.getFirst().score() < rule.joinAt()) {
                label[i] = members.size();
                members.add(new ArrayList<>(List.of(i)));
                continue;
            }
            int story = pulls.getFirst().story();
            label[i] = story;
            members.get(story).add(i);
            if (pulls.size() > 1 && pulls.get(1).score() >= rule.mergeAt()) {
                int younger = pulls.get(1).story();
                for (int member : members.get(younger)) {
                    label[member] = story;
                }
                members.get(story).addAll(members.get(younger));
                members.get(younger).clear();
            }
        }
        return label;
    }

    private List<Pull> pulls(List<Pair> pairs, double[] score, int[] label, List<List<Integer>> members) {
        Map<Integer, List<Double>> links = new HashMap<>();
        for (int k = 0; k < pairs.size(); k++) {
            if (pairs.get(k).verified()) {
                links.computeIfAbsent(label[pairs.get(k).earlier()], key -> new ArrayList<>())
                        .add(score[k]);
            }
        }
        List<Pull> pulls = new ArrayList<>();
        links.forEach((story, scores) -> {
            double[] sorted =
                    scores.stream().mapToDouble(x -> -x).sorted().map(x -> -x).toArray();
            int considered = Math.min(members.get(story).size(), rule.links());
            double sum = Arrays.stream(sorted).limit(considered).sum()
                    + rule.absent() * Math.max(0, considered - sorted.length);
            pulls.add(new Pull(rule.bestShare() * sorted[0] + (1 - rule.bestShare()) * sum / considered, story));
        });
        pulls.sort((x, y) ->
                x.score() != y.score() ? Double.compare(y.score(), x.score()) : Integer.compare(x.story(), y.story()));
        return pulls;
    }
}
