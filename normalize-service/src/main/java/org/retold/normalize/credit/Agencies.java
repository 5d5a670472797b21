package org.retold.normalize.credit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The maintained list of news agencies, and where a text names them. */
final class Agencies {

    private static final Set<String> AMBIGUOUS = new HashSet<>();
    private static final Map<String, String> USUAL_NAME = read();

    /** Any agency under any of its names, as a whole word; the apostrophe of "l'AFP" is no part of a word. */
    static final String ANY = "(?:(?<![\\p{L}\\p{N}#@/-])(?:" + alternation(false)
            + ")|(?<=\\(|[Aa]gence |[Aa]gency |[Aa]gentur |[Aa]genzia |[Aa]gencia |Source : |avec )(?:"
            + alternation(true)
            + "))(?![\\p{L}\\p{N}]|-\\p{L}|\\.\\p{L})";

    private static final Map<String, List<String>> BY_FIRST_WORD = byFirstWord();
    private static final BitSet FIRST_LETTERS = firstLetters();
    private static final Pattern BELIEVED_AFTER =
            Pattern.compile("(?:\\(|[Aa]gence |[Aa]gency |[Aa]gentur |[Aa]genzia |[Aa]gencia |Source : |avec )$");

    private Agencies() {}

    /** @param agency usual name */
    record Named(String agency, int start, int end) {}

    /** Scans word by word, because an alternation of all names at every character would be most of an article's time. */
    static List<Named> in(String text) {
        List<Named> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int end = wordEnd(text, at);
            int start = at;
            String alias = aliasAt(text, start, end);
            if (alias == null) {
                at = end;
            } else {
                at = start + alias.length();
                usualName(alias).ifPresent(name -> found.add(new Named(name, start, start + alias.length())));
            }
        }
        return found;
    }

    static boolean anyIn(String text) {
        return !in(text).isEmpty();
    }

    private static @Nullable String aliasAt(String text, int start, int wordEnd) {
        if (!FIRST_LETTERS.get(text.charAt(start)) || (start > 0 && "#@/-".indexOf(text.charAt(start - 1)) >= 0)) {
            return null;
        }
        for (String alias : BY_FIRST_WORD.getOrDefault(text.substring(start, wordEnd), List.of())) {
            if (text.startsWith(alias, start)
                    && isEnd(text, start + alias.length())
                    && (!AMBIGUOUS.contains(alias)
                            || BELIEVED_AFTER
                                    .matcher(text.substring(Math.max(0, start - 9), start))
                                    .find())) {
                return alias;
            }
        }
        return null;
    }

    private static boolean isEnd(String text, int end) {
        if (end >= text.length()) {
            return true;
        }
        char next = text.charAt(end);
        boolean joined =
                (next == '-' || next == '.') && end + 1 < text.length() && Character.isLetter(text.charAt(end + 1));
        return !Character.isLetterOrDigit(next) && !joined;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static Map<String, List<String>> byFirstWord() {
        Map<String, List<String>> aliases = new HashMap<>();
        USUAL_NAME.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(alias -> aliases.computeIfAbsent(
                                alias.substring(0, wordEnd(alias, 0)), word -> new ArrayList<>())
                        .add(alias));
        return Map.copyOf(aliases);
    }

    /** Most words of a text begin with none of them. */
    private static BitSet firstLetters() {
        BitSet letters = new BitSet();
        BY_FIRST_WORD.keySet().forEach(word -> letters.set(word.charAt(0)));
        return letters;
    }

    static Optional<String> usualName(String alias) {
        return Optional.ofNullable(USUAL_NAME.get(alias));
    }

    private static String alternation(boolean ambiguous) {
        return String.join(
                "|",
                USUAL_NAME.keySet().stream()
                        .filter(name -> AMBIGUOUS.contains(name) == ambiguous)
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .toList());
    }

    private static String name(String listed) {
        String name = listed.strip();
        if (name.startsWith("~")) {
            name = name.substring(1);
            AMBIGUOUS.add(name);
        }
        return name;
    }

    private static Map<String, String> read() {
        Map<String, String> names = new HashMap<>();
        try (InputStream in = Agencies.class.getResourceAsStream("agencies.txt")) {
            if (in == null) {
                throw new IllegalStateException("the list of agencies is not in the jar");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] columns = line.split("\\|", -1);
                    String usual = name(columns[0]);
                    names.put(usual, usual);
                    for (String alias : columns[2].split(",", -1)) {
                        if (!alias.isBlank()) {
                            names.put(name(alias), usual);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(names);
    }
}
