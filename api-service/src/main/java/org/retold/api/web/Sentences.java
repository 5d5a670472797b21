package org.retold.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts into French what services and the API say in English, by patterns: {@code messages/sentences_fr.txt} says how
 * they are written.
 */
final class Sentences {

    /** What is longer is nobody's sentence. */
    private static final int LONGEST = 4_000;

    private static final int DEEPEST = 4;
    private static final String ARROW = " => ";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)([#@~.]?)}");

    private final List<Rule> rules;

    private Sentences(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * One line of the file.
     *
     * @param start what the English begins with, so that most are passed over quickly
     * @param kinds of what stands at the places, by the group that matches it
     */
    private record Rule(String start, Pattern english, List<Kind> kinds, String french) {}

    private enum Kind {
        ANYTHING(".+"),
        NUMBER("\\d+(?:\\.\\d+)?"),
        DATE("\\d{4}(?:-\\d\\d){0,2}"),
        SENTENCE(".+"),
        ADDRESS("\\S*[.:]\\S*[^\\s:]");

        private final String pattern;

        Kind(String pattern) {
            this.pattern = pattern;
        }

        static Kind of(String sign) {
            return switch (sign) {
                case "#" -> NUMBER;
                case "@" -> DATE;
                case "~" -> SENTENCE;
                case "." -> ADDRESS;
                default -> ANYTHING;
            };
        }
    }

    static Sentences french() {
        return of("/messages/sentences_fr.txt");
    }

    private static Sentences of(String resource) {
        try (InputStream bytes = Sentences.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("not packaged: " + resource);
            }
            return new Sentences(new BufferedReader(new InputStreamReader(bytes, UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Sentences::rule)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Empty where nobody wrote down how it is said.
     *
     * @param date how a date is said, ISO 8601
     */
    Optional<String> translate(String english, UnaryOperator<String> date) {
        return english.length() > LONGEST ? Optional.empty() : translate(english, date, DEEPEST);
    }

    private Optional<String> translate(String english, UnaryOperator<String> date, int deep) {
        for (Rule rule : rules) {
            if (english.startsWith(rule.start())) {
                Matcher words = rule.english().matcher(english);
                if (words.matches()) {
                    return Optional.of(said(rule, words, date, deep));
                }
            }
        }
        return Optional.empty();
    }

    private String said(Rule rule, Matcher words, UnaryOperator<String> date, int deep) {
        Map<String, String> parts = new HashMap<>();
        for (int i = 0; i < rule.kinds().size(); i++) {
            String part = words.group(i + 1);
            parts.put(
                    Integer.toString(i + 1),
                    switch (rule.kinds().get(i)) {
                        case ANYTHING, ADDRESS -> part;
                        case NUMBER -> part.replace('.', ',');
                        case DATE -> date.apply(part);
                        case SENTENCE ->
                            deep == 0 ? part : translate(part, date, deep - 1).orElse(part);
                    });
        }
        return PLACE.matcher(rule.french())
                .replaceAll(place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), "")));
    }

    private static Rule rule(String line) {
        int arrow = line.indexOf(ARROW);
        String english = line.substring(0, arrow);
        StringBuilder pattern = new StringBuilder();
        List<Kind> kinds = new ArrayList<>();
        Matcher places = PLACE.matcher(english);
        int end = 0;
        while (places.find()) {
            Kind kind = Kind.of(places.group(2));
            pattern.append(Pattern.quote(english.substring(end, places.start())))
                    .append('(')
                    .append(kind.pattern)
                    .append(')');
            kinds.add(kind);
            end = places.end();
        }
        pattern.append(Pattern.quote(english.substring(end)));
        int first = english.indexOf('{');
        return new Rule(
                first < 0 ? english : english.substring(0, first),
                Pattern.compile(pattern.toString(), Pattern.DOTALL),
                kinds,
                line.substring(arrow + ARROW.length()));
    }
}
