package org.retold.benchmarks.retelling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.retold.benchmarks.score.Agreement;

/** The same articles in other orders. */
final class ArrivalOrders {

    static final int ORDERS = 20;

    private ArrivalOrders() {}

    /** How well the stories of each order agree with the labels. */
    static List<Agreement> agreements(HeldOut heldOut) {
        Archive archive = heldOut.stream().archive;
        return IntStream.range(0, ORDERS)
                .mapToObj(seed -> LabelledStream.inOrder(archive, order(archive.size(), seed)))
                .map(stream -> CrossValidation.amongAll(heldOut, stream, WrittenStories::label)
                        .pooled())
                .toList();
    }

    static int[] order(int articles, long seed) {
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, articles).boxed().toList());
        Collections.shuffle(numbers, new Random(seed));
        return numbers.stream().mapToInt(number -> number).toArray();
    }
}
