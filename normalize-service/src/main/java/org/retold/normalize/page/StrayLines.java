package org.retold.normalize.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Knows the short lines that stand around an article in many languages, from a maintained list of patterns. */
public final class StrayLines {

    private static final int LONGEST = 160;
    private static final List<Pattern> STRAY = read("stray-lines.txt");
    private static final List<Pattern> END = read("end-lines.txt");

    private StrayLines() {}

    /** Whether a line is furniture rather than text. */
    public static boolean isStray(String line) {
        return line.length() <= LONGEST && anyIn(STRAY, folded(line));
    }

    /** Whether a line opens what follows an article, such as its comments. */
    public static boolean endsTheArticle(String line) {
        return line.length() <= LONGEST && anyIn(END, folded(line));
    }

    /** Lower case, plain apostrophes and spaces, no accents: the form that the patterns are written in. */
    public static String folded(String line) {
        String plain = Normalizer.normalize(line, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            switch (c) {
                case '’', '‘', '`' -> folded.append('\'');
                case '\u00a0', '\u202f', '\u2009' -> folded.append(' ');
                default -> folded.append(c);
            }
        }
        return folded.toString().strip().toLowerCase(Locale.ROOT);
    }

    private static boolean anyIn(List<Pattern> patterns, String line) {
        for (Pattern pattern : patterns) {
            if (pattern.matcher(line).find()) {
                return true;
            }
        }
        return false;
    }

    /** One alternation per list, so that a line is tried once. */
    private static List<Pattern> read(String resource) {
        List<String> alternatives = new ArrayList<>();
        try (InputStream in = StrayLines.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource %s is not in the jar".formatted(resource));
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    alternatives.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(Pattern.compile("^(?:" + String.join("|", alternatives) + ")"));
    }
}
