package org.retold.benchmarks.baseline;

import java.util.List;

/** A way to tell which articles belong together. */
public interface Baseline {

    /** What it is called on the page of figures. */
    String name();

    /**
     * @param texts in the order of arrival
     * @return the number of each text's story
     */
    int[] label(List<Text> texts);
}
