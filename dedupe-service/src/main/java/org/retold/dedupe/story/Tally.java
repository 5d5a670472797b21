package org.retold.dedupe.story;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.retold.contract.Story.Count;

/** Counts names, the most frequent first, then the one that was named first. */
final class Tally {

    private final List<Count> counts;

    private Tally(List<Count> counts) {
        this.counts = counts;
    }

    static Tally of(Stream<String> names) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        names.filter(name -> !name.isBlank()).forEach(name -> counted.merge(name, 1, Integer::sum));
        return new Tally(counted.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Count::count).reversed())
                .toList());
    }

    List<Count> counts() {
        return counts;
    }

    List<String> names() {
        return counts.stream().map(Count::name).toList();
    }

    Optional<String> first() {
        return counts.stream().findFirst().map(Count::name);
    }
}
