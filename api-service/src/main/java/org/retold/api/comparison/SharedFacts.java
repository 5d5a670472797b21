package org.retold.api.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Evidence.Fact;

/** Finds in both texts what both say: what the evidence names, and names and numbers that are written alike. */
final class SharedFacts {

    /** With whatever a language puts between thousands or before decimals. */
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,'’\\u00a0\\u202f ]\\d+)*");

    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final Pattern NAME =
            Pattern.compile("(?<=[\\p{L}\\p{N},;)’'] |[dlDL][’'])\\p{Lu}[\\p{L}\\p{M}’'-]{2,}");

    /** Writes every noun with a capital. */
    private static final String GERMAN = "de";

    private SharedFacts() {}

    /** A fact at its place. */
    private record Place(int block, int from, int to, String key) {}

    static void mark(MarkedText here, MarkedText there, List<Fact> facts) {
        facts.forEach(fact -> {
            @Nullable String other = fact.otherText();
            mark(here, fact.kind(), fact.text());
            mark(there, fact.kind(), other == null ? fact.text() : other);
        });
        markShared(here, there, Fact.Kind.NUMBER, SharedFacts::numbers);
        if (!here.language().equals(GERMAN) || !there.language().equals(GERMAN)) {
            markShared(here, there, Fact.Kind.NAME, SharedFacts::names);
        }
    }

    /** In one piece where it stands so, else its words. */
    private static void mark(MarkedText text, Fact.Kind kind, String said) {
        if (!markAll(text, kind, said)) {
            Word.of(List.of(said)).forEach(word -> markAll(text, kind, said.substring(word.from(), word.to())));
        }
    }

    private static boolean markAll(MarkedText text, Fact.Kind kind, String said) {
        Pattern pattern = Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(said) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        boolean found = false;
        for (int block = 0; block < text.blocks().size(); block++) {
            Matcher place = pattern.matcher(text.blocks().get(block));
            while (place.find()) {
                text.fact(kind, block, place.start(), place.end());
                found = true;
            }
        }
        return found;
    }

    private static void markShared(
            MarkedText here, MarkedText there, Fact.Kind kind, Function<MarkedText, List<Place>> find) {
        List<Place> ours = find.apply(here);
        List<Place> theirs = find.apply(there);
        mark(here, kind, ours, keys(theirs));
        mark(there, kind, theirs, keys(ours));
    }

    private static Set<String> keys(List<Place> places) {
        Set<String> keys = new HashSet<>();
        places.forEach(place -> keys.add(place.key()));
        return keys;
    }

    private static void mark(MarkedText text, Fact.Kind kind, List<Place> places, Set<String> wanted) {
        places.stream()
                .filter(place -> wanted.contains(place.key()))
                .forEach(place -> text.fact(kind, place.block(), place.from(), place.to()));
    }

    /** Single digits say nothing. */
    private static List<Place> numbers(MarkedText text) {
        return places(text, NUMBER, found -> NO_DIGIT.matcher(found).replaceAll("")).stream()
                .filter(place -> place.key().length() > 1)
                .toList();
    }

    /** Words with a capital that do not begin a sentence. */
    private static List<Place> names(MarkedText text) {
        return places(text, NAME, Word::folded).stream()
                .filter(place -> place.block() > 0) // titles capitalise what they like
                .toList();
    }

    private static List<Place> places(MarkedText text, Pattern pattern, Function<String, String> key) {
        List<Place> places = new ArrayList<>();
        for (int block = 0; block < text.blocks().size(); block++) {
            Matcher place = pattern.matcher(text.blocks().get(block));
            while (place.find()) {
                places.add(new Place(block, place.start(), place.end(), key.apply(place.group())));
            }
        }
        return places;
    }
}
