package org.retold.api.story;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which stemming a language is searched with, by the name of PostgreSQL's text search configuration. */
public final class SearchDictionary {

    /** Words as they are. */
    public static final String PLAIN = "simple";

    private static final Map<String, String> BY_LANGUAGE = Map.ofEntries(
            Map.entry("ar", "arabic"),
            Map.entry("da", "danish"),
            Map.entry("de", "german"),
            Map.entry("en", "english"),
            Map.entry("es", "spanish"),
            Map.entry("fi", "finnish"),
            Map.entry("fr", "french"),
            Map.entry("hu", "hungarian"),
            Map.entry("it", "italian"),
            Map.entry("nl", "dutch"),
            Map.entry("no", "norwegian"),
            Map.entry("nb", "norwegian"),
            Map.entry("pt", "portuguese"),
            Map.entry("ro", "romanian"),
            Map.entry("ru", "russian"),
            Map.entry("sv", "swedish"),
            Map.entry("tr", "turkish"));

    private SearchDictionary() {}

    /** @param language two letters, ISO 639-1 */
    public static String of(String language) {
        return BY_LANGUAGE.getOrDefault(language, PLAIN);
    }

    /** Every one that an article may be searched with. */
    public static SortedSet<String> all() {
        SortedSet<String> all = new TreeSet<>(BY_LANGUAGE.values());
        all.add(PLAIN);
        return all;
    }
}
