package org.retold.benchmarks.baseline;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Titles whose letter trigrams are alike, as PostgreSQL's pg_trgm counts them and tt-rss uses them. */
public record AlikeTitles(double similarity) implements Baseline {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    @Override
    public String name() {
        return "title trigrams ≥ %.2f".formatted(similarity);
    }

    @Override
    public int[] label(List<Text> texts) {
        List<Set<String>> trigrams =
                texts.stream().map(text -> trigrams(text.title())).toList();
        Linked linked = new Linked(texts.size());
        for (int i = 0; i < trigrams.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (alike(trigrams.get(i), trigrams.get(j))) {
                    linked.link(i, j);
                }
            }
        }
        return linked.stories();
    }

    private boolean alike(Set<String> some, Set<String> others) {
        int smaller = Math.min(some.size(), others.size());
        if (smaller < similarity * Math.max(some.size(), others.size())) {
            return false;
        }
        long shared = some.stream().filter(others::contains).count();
        return shared >= similarity * (some.size() + others.size() - shared);
    }

    /** Each word with two blanks before it and one after it. */
    static Set<String> trigrams(String title) {
        Set<String> trigrams = new HashSet<>();
        Matcher words = WORD.matcher(title.toLowerCase(Locale.ROOT));
        while (words.find()) {
            String padded = "  " + words.group() + " ";
            for (int from = 0; from + 3 <= padded.length(); from++) {
                trigrams.add(padded.substring(from, from + 3));
            }
        }
        return trigrams;
    }
}
