package org.retold.benchmarks.retelling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.retold.dedupe.verify.Model;

/** The five real pages, two of which tell one story, amid the articles of other corpora. */
final class SeedsAmidOthers {

    private static final List<String> TOGETHER = List.of("seed/001", "seed/004");

    private final Archive archive;

    private SeedsAmidOthers(Archive archive) {
        this.archive = archive;
    }

    static SeedsAmidOthers among(List<Archive> others) throws IOException {
        List<Told> articles = new ArrayList<>(Seeds.read());
        others.forEach(other -> articles.addAll(other.articles));
        return new SeedsAmidOthers(Archive.of("seeds amid others", articles, 1));
    }

    int articles() {
        return archive.size();
    }

    /** In how many orders of arrival exactly the two are together and the other three alone. */
    long right(int orders) {
        return IntStream.range(0, orders).parallel().filter(this::isRight).count();
    }

    private boolean isRight(int seed) {
        LabelledStream stream = LabelledStream.inOrder(archive, ArrivalOrders.order(archive.size(), seed));
        int[] label = WrittenStories.label(stream, Model.shipped());
        return IntStream.range(0, label.length)
                .filter(place -> stream.articles.get(place).id().startsWith("seed/"))
                .allMatch(place -> {
                    List<String> story = storyOf(place, label, stream).sorted().toList();
                    String id = stream.articles.get(place).id();
                    return story.equals(TOGETHER.contains(id) ? TOGETHER : List.of(id));
                });
    }

    private static Stream<String> storyOf(int place, int[] label, LabelledStream stream) {
        return IntStream.range(0, label.length)
                .filter(other -> label[other] == label[place])
                .mapToObj(other -> stream.articles.get(other).id());
    }
}
