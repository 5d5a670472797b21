package org.retold.ingest.feed;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The months as feeds of several languages call them; a name that means two different months means none. */
final class MonthNames {

    private static final List<String> LANGUAGES =
            List.of("en", "fr", "de", "es", "it", "pt", "nl", "da", "sv", "ro", "hu", "el");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]");
    private static final Map<String, Month> BY_NAME = namesOfMonths();

    private MonthNames() {}

    static Optional<Month> read(String word) {
        return Optional.ofNullable(BY_NAME.get(folded(word)));
    }

    private static Map<String, Month> namesOfMonths() {
        Map<String, Month> names = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (String language : LANGUAGES) {
            Locale locale = Locale.of(language);
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE)) {
                    String name = folded(month.getDisplayName(style, locale));
                    Month other = name.isEmpty() ? month : names.putIfAbsent(name, month);
                    if (other != null && other != month) {
                        ambiguous.add(name);
                    }
                }
            }
        }
        for (Month month : Month.values()) {
            names.putIfAbsent(month.name().substring(0, 3).toLowerCase(Locale.ROOT), month);
        }
        names.putIfAbsent("sept", Month.SEPTEMBER);
        names.keySet().removeAll(ambiguous);
        return Map.copyOf(names);
    }

    private static String folded(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return NOT_A_LETTER.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
