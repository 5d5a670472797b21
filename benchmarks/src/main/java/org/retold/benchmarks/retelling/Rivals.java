package org.retold.benchmarks.retelling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.retold.benchmarks.baseline.AlikeTitles;
import org.retold.benchmarks.baseline.Baseline;
import org.retold.benchmarks.baseline.MinHashBands;
import org.retold.benchmarks.baseline.NearSimHash;
import org.retold.benchmarks.baseline.NearestNeighbour;
import org.retold.benchmarks.baseline.Text;
import org.retold.benchmarks.score.Agreement;

/** What others do, on the streams that we are measured on. */
final class Rivals {

    private static final List<Baseline> BASELINES =
            List.of(new MinHashBands(0.5), new MinHashBands(0.3), new AlikeTitles(0.75), new NearSimHash());

    /** Of an article's score with itself, in hundredths. */
    private static final int MOST_ALIKE = 100;

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s");

    private Rivals() {}

    /** @param parts each a stream of its own; scored together */
    static void addTo(AccuracyTable table, String name, List<LabelledStream> parts) {
        for (Baseline baseline : BASELINES) {
            table.add(name + ": " + baseline.name(), agreement(parts, baseline::label));
        }
        List<NearestNeighbour> nearest =
                parts.stream().map(part -> NearestNeighbour.of(texts(part))).toList();
        int best = IntStream.rangeClosed(1, MOST_ALIKE)
                .boxed()
                .max(Comparator.comparingDouble(threshold ->
                        agreement(parts, nearest, threshold).pairs().f1()))
                .orElseThrow();
        table.add(
                "%s: Lucene MoreLikeThis (BM25), nearest earlier article ≥ %.2f of itself, the best threshold for this stream"
                        .formatted(name, best / 100.0),
                agreement(parts, nearest, best));
    }

    /** Each group as a stream of its own. */
    static List<LabelledStream> fifths(LabelledStream stream) {
        return IntStream.range(0, stream.groups())
                .mapToObj(group -> LabelledStream.inOrder(
                        stream.archive,
                        Arrays.stream(stream.order)
                                .filter(number -> stream.archive.group[number] == group)
                                .toArray()))
                .toList();
    }

    private interface Labels {
        int[] of(List<Text> texts);
    }

    private static Agreement agreement(List<LabelledStream> parts, Labels labels) {
        return parts.stream()
                .map(part -> Agreement.of(part.story, labels.of(texts(part))))
                .reduce(Agreement.NONE, Agreement::plus);
    }

    private static Agreement agreement(List<LabelledStream> parts, List<NearestNeighbour> nearest, int threshold) {
        Agreement sum = Agreement.NONE;
        for (int i = 0; i < parts.size(); i++) {
            sum = sum.plus(Agreement.of(parts.get(i).story, nearest.get(i).label(threshold / 100.0)));
        }
        return sum;
    }

    private static List<Text> texts(LabelledStream stream) {
        return stream.articles.stream().map(Rivals::text).toList();
    }

    private static Text text(Told told) {
        String body = String.join("\n", told.paragraphs());
        return new Text(told.language(), told.title().isBlank() ? firstSentence(body) : told.title(), body);
    }

    private static String firstSentence(String body) {
        return body.lines()
                .findFirst()
                .flatMap(line -> SENTENCE.splitAsStream(line).findFirst())
                .orElse("");
    }
}
