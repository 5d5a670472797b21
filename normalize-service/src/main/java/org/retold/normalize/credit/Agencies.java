package org.retold.normalize.credit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The maintained list of news agencies, and where a text names them. */
final class Agencies {

    private static final Set<String> AMBIGUOUS = new HashSet<>();
    private static final Map<String, String> USUAL_NAME = read();

    /** Any agency under any of its names, as a whole word; the apostrophe of "l'AFP" is no part of a word. */
    static final String ANY = "(?:(?<![\\p{L}\\p{N}#@/-])(?:" + alternation(false)
            + ")|(?<=\\(|[Aa]gence |[Aa]gency |[Aa]gentur |[Aa]genzia |[Aa]gencia |Source : |avec )(?:"
            + alternation(true)
            + "))(?![\\p{L}\\p{N}]|-\\p{L}|\\.\\p{L})";

    private static final Pattern NAMED = Pattern.compile(ANY);

    private Agencies() {}

    /** @param agency usual name */
    record Named(String agency, int start, int end) {}

    static List<Named> in(String text) {
        List<Named> found = new ArrayList<>();
        Matcher matcher = NAMED.matcher(text);
        while (matcher.find()) {
            usualName(matcher.group()).ifPresent(name -> found.add(new Named(name, matcher.start(), matcher.end())));
        }
        return found;
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
