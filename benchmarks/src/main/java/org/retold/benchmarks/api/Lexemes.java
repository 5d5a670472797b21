package org.retold.benchmarks.api;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.retold.api.story.SearchDictionary;
import org.retold.contract.Article;

/** Texts as PostgreSQL indexes them; it is asked for each word once, not for each text. */
final class Lexemes {

    private static final Pattern SPACE = Pattern.compile("[ \n]+");

    private final Map<String, Map<String, String>> byDictionary = new HashMap<>();

    private Lexemes() {}

    static Lexemes of(List<String> names, Connection database) throws SQLException {
        Lexemes lexemes = new Lexemes();
        for (Language language : MadeStories.LANGUAGES) {
            List<String> words = new ArrayList<>(language.words());
            words.addAll(language.emptyWords());
            names.forEach(name -> words.add(name.toLowerCase(Locale.ROOT)));
            lexemes.ask(SearchDictionary.of(language.code()), words, database);
        }
        return lexemes;
    }

    private void ask(String dictionary, List<String> words, Connection database) throws SQLException {
        Map<String, String> found = byDictionary.computeIfAbsent(dictionary, name -> new HashMap<>());
        try (PreparedStatement ask = database.prepareStatement("select word, tsvector_to_array(to_tsvector(cast(? as"
                + " regconfig), word)) from unnest(?) as word")) {
            ask.setString(1, dictionary);
            Array all = database.createArrayOf("text", words.toArray());
            ask.setArray(2, all);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    String[] lexeme = (String[]) rows.getArray(2).getArray();
                    if (lexeme.length == 1) {
                        found.put(rows.getString(1), lexeme[0]);
                    }
                }
            }
        }
    }

    /** As a value of type tsvector is written. */
    String vector(Article article) {
        Map<String, String> known = byDictionary.getOrDefault(SearchDictionary.of(article.language()), Map.of());
        Map<String, StringBuilder> places = new TreeMap<>();
        int place = 0;
        for (String word :
                SPACE.split(searched(article).toLowerCase(Locale.ROOT).replace(".", ""), -1)) {
            place++;
            String lexeme = known.get(word);
            if (lexeme != null) {
                StringBuilder all = places.computeIfAbsent(lexeme, first -> new StringBuilder());
                all.append(all.isEmpty() ? "" : ",").append(place);
            }
        }
        return places.entrySet().stream()
                .map(entry -> "'" + entry.getKey() + "':" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String searched(Article article) {
        return article.title() + "\n" + String.join("\n", article.paragraphs());
    }
}
