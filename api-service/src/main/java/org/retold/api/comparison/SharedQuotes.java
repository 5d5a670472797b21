package org.retold.api.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds quotes that both texts have: nearly the same words, or at the same passage in another language. */
final class SharedQuotes {

    private static final Pattern QUOTE =
            Pattern.compile("“[^”]{8,400}”|«[^»]{8,400}»|„[^“”]{8,400}[“”]|\"[^\"]{8,400}\"");
    private static final int LEAST_WORDS = 3;
    private static final double ALIKE = 0.6;

    private SharedQuotes() {}

    /** @param passages numbers of the passages that it touches */
    private record Quote(int block, int from, int to, Set<String> words, Set<Integer> passages) {

        boolean isSharedWith(Quote other) {
            return alike(words, other.words) >= ALIKE || passages.stream().anyMatch(other.passages::contains);
        }
    }

    static void mark(MarkedText here, MarkedText there) {
        List<Quote> ours = quotes(here);
        List<Quote> theirs = quotes(there);
        mark(here, ours, theirs);
        mark(there, theirs, ours);
    }

    private static void mark(MarkedText text, List<Quote> quotes, List<Quote> others) {
        quotes.stream()
                .filter(quote -> others.stream().anyMatch(quote::isSharedWith))
                .forEach(quote -> text.quote(quote.block(), quote.from(), quote.to()));
    }

    private static List<Quote> quotes(MarkedText text) {
        List<Quote> quotes = new ArrayList<>();
        for (int block = 0; block < text.blocks().size(); block++) {
            Matcher quote = QUOTE.matcher(text.blocks().get(block));
            while (quote.find()) {
                Set<String> words = new HashSet<>();
                Word.of(List.of(quote.group())).forEach(word -> words.add(word.folded()));
                if (words.size() >= LEAST_WORDS) {
                    Set<Integer> passages = new HashSet<>();
                    for (int i = quote.start(); i < quote.end(); i++) {
                        passages.add(text.passageAt(block, i));
                    }
                    passages.remove(0);
                    quotes.add(new Quote(block, quote.start(), quote.end(), words, passages));
                }
            }
        }
        return quotes;
    }

    /** Jaccard similarity, 0 to 1. */
    private static double alike(Set<String> words, Set<String> others) {
        long both = words.stream().filter(others::contains).count();
        return (double) both / (words.size() + others.size() - both);
    }
}
