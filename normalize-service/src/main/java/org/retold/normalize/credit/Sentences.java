package org.retold.normalize.credit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a paragraph into sentences, well enough to see what is said in one breath. */
final class Sentences {

    private static final Pattern END =
            Pattern.compile("(?<=[\\p{Ll}\\p{N})»”\"][.!?]|[.!?][»”\")])\\s+(?=[\\p{Lu}«“\"(])");

    private Sentences() {}

    static List<String> of(String paragraph) {
        return new ArrayList<>(List.of(END.split(paragraph)));
    }
}
