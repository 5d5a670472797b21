package org.retold.benchmarks.retelling;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.retold.benchmarks.score.Agreement;
import org.retold.benchmarks.score.PairCount;
import org.retold.dedupe.verify.Model;

/** Scores a stream group by group, each in the stories that the model without this group makes of a stream. */
final class CrossValidation {

    private static final int RESAMPLES = 2_000;

    private final List<Part> parts;

    /** @param stream what was clustered; of it the articles of the group are scored */
    @SuppressWarnings("ArrayRecordComponent")
    private record Part(int group, LabelledStream stream, int[] label, Agreement agreement) {

        boolean has(int article) {
            return stream.group[article] == group;
        }
    }

    private CrossValidation(List<Part> parts) {
        this.parts = parts;
    }

    /** Each group among all articles, which come in their order. */
    static CrossValidation amongAll(
            HeldOut heldOut, LabelledStream stream, BiFunction<LabelledStream, Model, int[]> clusters) {
        return new CrossValidation(IntStream.range(0, heldOut.models().size())
                .parallel()
                .mapToObj(group -> part(
                        group, stream, clusters.apply(stream, heldOut.models().get(group))))
                .toList());
    }

    /** Each group as a stream of its own. */
    static CrossValidation eachAlone(HeldOut heldOut) {
        LabelledStream all = heldOut.stream();
        return new CrossValidation(IntStream.range(0, heldOut.models().size())
                .parallel()
                .mapToObj(group -> {
                    int[] order = IntStream.of(all.order)
                            .filter(number -> all.archive.group[number] == group)
                            .toArray();
                    LabelledStream stream = LabelledStream.inOrder(all.archive, order);
                    return part(
                            group,
                            stream,
                            WrittenStories.label(stream, heldOut.models().get(group)));
                })
                .toList());
    }

    private static Part part(int group, LabelledStream stream, int[] label) {
        return new Part(
                group, stream, label, Agreement.of(stream.story, label, article -> stream.group[article] == group));
    }

    Agreement pooled() {
        return parts.stream().map(Part::agreement).reduce(Agreement.NONE, Agreement::plus);
    }

    /** The pair F1 that 95 of 100 draws of the groups (with replacement) lie between. */
    double[] interval() {
        Random random = new Random(7);
        double[] draws = new double[RESAMPLES];
        for (int draw = 0; draw < RESAMPLES; draw++) {
            PairCount sum = PairCount.NONE;
            for (int i = 0; i < parts.size(); i++) {
                sum = sum.plus(
                        parts.get(random.nextInt(parts.size())).agreement().pairs());
            }
            draws[draw] = sum.f1();
        }
        Arrays.sort(draws);
        return new double[] {draws[RESAMPLES / 40], draws[RESAMPLES - RESAMPLES / 40]};
    }

    /**
     * Pairs of one story with such an article, or two of them.
     *
     * @param chosen of the archive and the number in it
     */
    PairCount pairsWith(BiPredicate<Archive, Integer> chosen) {
        PairCount sum = PairCount.NONE;
        for (Part part : parts) {
            LabelledStream stream = part.stream();
            for (int i = 0; i < stream.order.length; i++) {
                for (int j = 0; j < i && part.has(i); j++) {
                    boolean counted = chosen.test(stream.archive, stream.order[i])
                            || chosen.test(stream.archive, stream.order[j]);
                    if (counted && stream.story[i] == stream.story[j]) {
                        sum = sum.plus(new PairCount(part.label()[i] == part.label()[j] ? 1 : 0, 0, 1));
                    }
                }
            }
        }
        return sum;
    }
}
