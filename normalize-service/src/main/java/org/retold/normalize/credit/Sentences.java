package org.retold.normalize.credit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a paragraph into sentences, well enough to see what is said in one breath. */
final class Sentences {

    private static final Pattern END =
            Pattern.compile("(?<=[\\p{Ll}\\p{N})»”\"][.!?]|[.!?][»”\")])\\s+(?=[\\p{Lu}«“\"(])"
                    + "(?!(?<=\\d\\.\\s)(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))");

    /** Longer ones are cut anywhere: nobody writes them, and patterns must not run for ever. */
    private static final int LONGEST = 800;

    private Sentences() {}

    static List<String> of(String paragraph) {
        List<String> sentences = new ArrayList<>();
        for (String sentence : END.split(paragraph, -1)) {
            for (int from = 0; from < sentence.length(); from += LONGEST) {
                sentences.add(sentence.substring(from, Math.min(sentence.length(), from + LONGEST)));
            }
        }
        return sentences;
    }
}
