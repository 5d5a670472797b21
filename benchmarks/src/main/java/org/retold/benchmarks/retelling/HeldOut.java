package org.retold.benchmarks.retelling;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.retold.dedupe.verify.Model;

/**
 * For each group of a stream the model whose weights, calibration and clustering were chosen without it.
 *
 * @param models by group
 */
record HeldOut(LabelledStream stream, List<Model> models) {

    static HeldOut of(LabelledStream stream, Training training) {
        List<Model> models = IntStream.range(0, stream.groups())
                .parallel()
                .mapToObj(group -> training.train(
                        "without group %d".formatted(group),
                        (other, article) -> other == stream && stream.group[article] == group))
                .toList();
        return new HeldOut(stream, models);
    }

    /** The shipped model for each group, where it was trained on none of them. */
    static HeldOut shipped(LabelledStream stream) {
        return new HeldOut(stream, Collections.nCopies(stream.groups(), Model.shipped()));
    }
}
