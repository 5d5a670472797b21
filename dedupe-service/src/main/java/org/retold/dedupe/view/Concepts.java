package org.retold.dedupe.view;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which words of different languages mean the same: dam, barrage, Staudamm. Read from {@code concepts.txt}, a line a
 * concept, a column a language; a word that several concepts have belongs to the first.
 */
final class Concepts {

    /** Set in the codes of concepts, and of nothing else that stands in a view's cognates. */
    static final int CONCEPT = 0x800000;

    private static final List<Tongue> COLUMNS = List.of(Tongue.EN, Tongue.FR, Tongue.DE, Tongue.ES, Tongue.IT);
    private static final Map<Tongue, Concepts> SHIPPED = read();

    private final IntTable codes = new IntTable(4096);

    private Concepts() {}

    static Concepts of(Tongue tongue) {
        return Objects.requireNonNull(SHIPPED.get(tongue));
    }

    /**
     * @param stem hash of a word's stem
     * @return the code of its concept, or 0
     */
    int code(int stem) {
        int code = codes.get(stem);
        return code == IntTable.ABSENT ? 0 : code;
    }

    private static Map<Tongue, Concepts> read() {
        Map<Tongue, Concepts> concepts = new EnumMap<>(Tongue.class);
        for (Tongue tongue : Tongue.values()) {
            concepts.put(tongue, new Concepts());
        }
        try (InputStream in = Objects.requireNonNull(Concepts.class.getResourceAsStream("concepts.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int code = CONCEPT;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    code++;
                    String[] columns = line.split("\\|", -1);
                    for (int i = 0; i < columns.length; i++) {
                        of(concepts, i).put(columns[i], COLUMNS.get(i), code);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return concepts;
    }

    private static Concepts of(Map<Tongue, Concepts> concepts, int column) {
        return Objects.requireNonNull(concepts.get(COLUMNS.get(column)));
    }

    private void put(String words, Tongue tongue, int code) {
        for (String each : words.strip().split("\\s+", -1)) {
            char[] word = Fold.of(each).toCharArray();
            int end = Stem.end(word, 0, word.length, tongue);
            int stem = Hash.of(word, 0, end, Kind.WORD.code());
            if (word.length > 1 && codes.get(stem) == IntTable.ABSENT) {
                codes.put(stem, code);
            }
        }
    }
}
