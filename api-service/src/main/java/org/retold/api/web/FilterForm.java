package org.retold.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the reader filled in.
 *
 * @param values by name of the parameter; only those that say something
 */
record FilterForm(Map<String, String> values, Tongue tongue) {

    private static final List<String> FIELDS =
            List.of("q", "language", "publisher", "agency", "since", "until", "minArticles", "sort");
    private static final List<String> BEHIND_FILTERS =
            List.of("language", "publisher", "agency", "since", "until", "sort");
    private static final List<String> LANGUAGES =
            List.of("ar", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "tr", "uk");

    FilterForm {
        values = Map.copyOf(values);
    }

    /** A language to choose. */
    record LanguageChoice(String code, String name, boolean chosen) {}

    static FilterForm of(Map<String, List<String>> parameters, Tongue tongue) {
        Map<String, String> values = new LinkedHashMap<>();
        FIELDS.forEach(name -> parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst()
                .ifPresent(value -> values.put(name, value.strip())));
        return new FilterForm(values, tongue);
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean is(String name, String value) {
        return value(name).equals(value);
    }

    /** Whether anything but the number of articles narrows the list. */
    public boolean narrowed() {
        return values.keySet().stream().anyMatch(name -> !name.equals("minArticles") && !name.equals("sort"));
    }

    /** Whether one of the fields that are folded away is filled in. */
    public boolean open() {
        return BEHIND_FILTERS.stream().anyMatch(values::containsKey);
    }

    public boolean all() {
        return is("minArticles", "1");
    }

    public List<LanguageChoice> languages() {
        List<String> codes = new ArrayList<>(LANGUAGES);
        String chosen = value("language");
        if (!chosen.isEmpty() && !codes.contains(chosen)) {
            codes.add(chosen);
        }
        return codes.stream()
                .map(code -> new LanguageChoice(code, tongue.language(code), code.equals(chosen)))
                .sorted(Comparator.comparing(LanguageChoice::name))
                .toList();
    }

    /** The list with these values and one more, or one replaced; an empty value takes it away. */
    String href(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>();
        FIELDS.stream().filter(values::containsKey).forEach(field -> changed.put(field, value(field)));
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return href(changed);
    }

    /** The list with these values of the form. */
    static String href(Map<String, String> values) {
        String query = values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/" : "/?" + query;
    }
}
