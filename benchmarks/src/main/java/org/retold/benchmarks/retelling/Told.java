package org.retold.benchmarks.retelling;

import java.util.Comparator;
import java.util.List;

/**
 * A labelled article.
 *
 * @param published as the corpus has it; empty where it has none
 * @param story the gold story
 * @param group articles of one group share topics: what is trained never sees the group that is scored
 * @param relation how it tells its story, where the corpus says so: {@code condensed}, or {@code c18} for 18 in 100 words
 */
record Told(
        String id,
        String language,
        String published,
        String title,
        List<String> paragraphs,
        String story,
        String group,
        String relation) {

    static final Comparator<Told> BY_ARRIVAL = Comparator.comparing((Told told) ->
                    told.published().isEmpty() ? "" : told.published().substring(0, 10))
            .thenComparing(Told::published)
            .thenComparing(Told::id);

    /** The same words, by another publisher. */
    Told copied() {
        return new Told(id + ", copied", language, published, title, paragraphs, story, group, relation);
    }
}
