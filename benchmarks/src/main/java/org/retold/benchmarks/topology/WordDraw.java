package org.retold.benchmarks.topology;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.retold.dedupe.view.View;

/** Draws words as often as news of a language has them. */
final class WordDraw {

    /** How much more often than once an article has the words that every article has. */
    private static final double REPEATED = 8;

    private final List<String> words = new ArrayList<>();
    private final double[] upTo;

    private WordDraw(int documents, List<String> lines) {
        upTo = new double[lines.size()];
        double sum = 0;
        for (String line : lines) {
            int tab = line.indexOf('\t');
            double share = Double.parseDouble(line.substring(tab + 1)) / documents;
            sum += share * (1 + REPEATED * share * share);
            upTo[words.size()] = sum;
            words.add(line.substring(0, tab));
        }
    }

    /** From the frequencies that the dedupe service ships with. */
    static WordDraw of(String language) {
        String name = "frequencies-%s.gz".formatted(language);
        try (InputStream file = Objects.requireNonNull(View.class.getResourceAsStream(name), name);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            int documents = Integer.parseInt(Objects.requireNonNull(lines.readLine(), name));
            return new WordDraw(documents, lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String word(SplittableRandom random) {
        int at = Arrays.binarySearch(upTo, random.nextDouble(upTo[upTo.length - 1]));
        return words.get(Math.min(words.size() - 1, at < 0 ? -at - 1 : at));
    }

    /** Any word, the rare ones as likely as the frequent ones; most are rare. */
    String rareWord(SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }
}
