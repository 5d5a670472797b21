package org.retold.dedupe.view;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * How rare words are in news of one language: inverse document frequency from the table that ships with the view
 * version. What the table does not know is rare: a name very much, a common word less.
 */
final class Rarity {

    static final float RAREST_NAME = 6.5f;
    static final float RAREST_WORD = 5.5f;

    private static final float STEP = 1 / 64f;
    private static final Map<Tongue, Rarity> SHIPPED = read();

    private final Tongue tongue;
    private final IntTable stems;
    private final IntTable words;

    private Rarity(Tongue tongue, int size) {
        this.tongue = tongue;
        stems = new IntTable(size);
        words = new IntTable(size);
    }

    static Rarity of(Tongue tongue) {
        return Objects.requireNonNull(SHIPPED.get(tongue));
    }

    /**
     * @param stem hash of the stem
     * @param length letters of the whole word: all that is known where there is no table
     */
    float word(int stem, int length) {
        if (tongue == Tongue.OTHER) {
            return Math.min(RAREST_WORD, Math.max(0, length - 3) * 0.9f);
        }
        int idf = stems.get(stem);
        return idf == IntTable.ABSENT ? RAREST_WORD : Math.min(idf * STEP, RAREST_WORD);
    }

    /** @param word hash of the folded word */
    float name(int word) {
        int idf = words.get(word);
        if (idf == IntTable.ABSENT && tongue != Tongue.EN) {
            idf = of(Tongue.EN).words.get(word);
        }
        return idf == IntTable.ABSENT ? RAREST_NAME : Math.min(idf * STEP, RAREST_NAME);
    }

    /** @param word hash of the folded word */
    boolean knows(int word) {
        return words.get(word) != IntTable.ABSENT;
    }

    private static Map<Tongue, Rarity> read() {
        Map<Tongue, Rarity> tables = new EnumMap<>(Tongue.class);
        for (Tongue tongue : Tongue.values()) {
            tables.put(tongue, tongue == Tongue.OTHER ? new Rarity(tongue, 1) : read(tongue));
        }
        return tables;
    }

    private static Rarity read(Tongue tongue) {
        String name = "frequencies-%s.gz".formatted(tongue.name().toLowerCase(Locale.ROOT));
        try (InputStream file = Objects.requireNonNull(Rarity.class.getResourceAsStream(name), name);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            int documents = Integer.parseInt(Objects.requireNonNull(lines.readLine(), name));
            IntTable stemCounts = new IntTable(16_384);
            IntTable wordCounts = new IntTable(16_384);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                char[] word = Fold.of(line.substring(0, tab)).toCharArray();
                int count = Integer.parseInt(line, tab + 1, line.length(), 10);
                add(wordCounts, Hash.of(word, 0, word.length, 0), count);
                add(stemCounts, Hash.of(word, 0, Stem.end(word, 0, word.length, tongue), Kind.WORD.code()), count);
            }
            Rarity rarity = new Rarity(tongue, 16_384);
            wordCounts.forEach((hash, count) -> rarity.words.put(hash, step(documents, count)));
            stemCounts.forEach((hash, count) -> rarity.stems.put(hash, step(documents, count)));
            return rarity;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(IntTable counts, int hash, int count) {
        int known = counts.get(hash);
        counts.put(hash, known == IntTable.ABSENT ? count : known + count);
    }

    private static int step(int documents, int count) {
        return (int) Math.round(Math.max(0, Math.log((documents + 1.0) / (count + 0.5))) / STEP);
    }
}
