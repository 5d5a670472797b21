package org.retold.benchmarks.retelling;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.retold.dedupe.sketch.Sketch;
import org.retold.dedupe.sketch.Sketches;
import org.retold.dedupe.view.View;

/**
 * Whether the candidate search still finds an article's earlier tellings when many other articles are in the index. All
 * corpora arrive side by side.
 */
final class CandidateRecall {

    private static final int AT_ONCE = 2_000;

    private final ShardedIndex index = new ShardedIndex();
    private final Map<LabelledStream, Map<Integer, Integer>> numbers = new HashMap<>();
    private final Map<LabelledStream, Recall> recall = new HashMap<>();

    private CandidateRecall() {}

    /** How many are in the index, and so the next one's number. */
    private int size;

    /** An article on its way into the index. */
    private record Other(View view, Sketch sketch) {}

    /** A labelled article, to arrive after such a share of its corpus. */
    private record Due(LabelledStream stream, int place) {

        double when() {
            return (place + 0.5) / stream.order.length;
        }
    }

    /**
     * @param before others that are in the index before the first labelled article comes
     * @param among others that come among the labelled ones, so that the tellings of a story do not lie next to each other
     * @return what is found of each corpus
     */
    static Map<LabelledStream, Recall> amidOthers(List<LabelledStream> streams, int before, int among) {
        OtherArticles others = new OtherArticles(
                streams.stream().flatMap(stream -> stream.articles.stream()).toList());
        List<Due> due = streams.stream()
                .flatMap(stream -> IntStream.range(0, stream.order.length).mapToObj(place -> new Due(stream, place)))
                .sorted(Comparator.comparingDouble(Due::when))
                .toList();
        CandidateRecall run = new CandidateRecall();
        run.insert(others, 0, before);
        for (int i = 0; i < due.size(); i++) {
            run.insert(others, before + among * i / due.size(), before + among * (i + 1) / due.size());
            run.arrive(due.get(i));
        }
        return run.recall;
    }

    private void insert(OtherArticles others, int from, int to) {
        for (int begin = from; begin < to; begin += AT_ONCE) {
            List<Other> ready = IntStream.range(begin, Math.min(to, begin + AT_ONCE))
                    .parallel()
                    .mapToObj(number -> viewed(others.article(number)))
                    .toList();
            for (Other other : ready) {
                index.insert(size++, other.view(), other.sketch());
            }
        }
    }

    private static Other viewed(Told told) {
        View view = Archive.view(told);
        return new Other(view, new Sketches().of(view));
    }

    private void arrive(Due article) {
        LabelledStream stream = article.stream();
        int place = article.place();
        View view = stream.archive.views.get(stream.order[place]);
        Sketch sketch = stream.archive.sketches.get(stream.order[place]);
        Map<Integer, Integer> known = numbers.computeIfAbsent(stream, key -> new HashMap<>());
        Set<Integer> tellings = new HashSet<>();
        known.forEach((earlier, number) -> {
            if (stream.story[earlier] == stream.story[place]) {
                tellings.add(number);
            }
        });
        recall.merge(stream, Recall.of(index.search(view, sketch), tellings), Recall::plus);
        known.put(place, size);
        index.insert(size++, view, sketch);
    }
}
