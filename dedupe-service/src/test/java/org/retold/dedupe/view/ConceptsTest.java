package org.retold.dedupe.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What words of different languages have in common. */
class ConceptsTest {

    @ParameterizedTest
    @CsvSource({
        "EN, governments, FR, gouvernements",
        "EN, dam, DE, Staudamm",
        "FR, gouvernement, ES, gobierno",
        "DE, Rücktritt, IT, dimissioni",
        "ES, Londres, EN, London"
    })
    void wordsOfOneMeaningHaveOneCode(Tongue here, String word, Tongue there, String other) {
        assertThat(code(here, word)).isNotZero().isEqualTo(code(there, other));
    }

    @Test
    void wordsOfDifferentMeaningsDiffer() {
        assertThat(code(Tongue.EN, "government")).isNotEqualTo(code(Tongue.EN, "dam"));
    }

    @Test
    void aLanguageWithoutAColumnHasNone() {
        assertThat(code(Tongue.OTHER, "government")).isZero();
    }

    @Test
    void everyCodeIsMarkedAndFitsAView() {
        assertThat(code(Tongue.EN, "government") & Concepts.CONCEPT).isNotZero();
        assertThat(code(Tongue.FR, "londres")).isLessThan(1 << 24);
    }

    @Test
    void everyLineHasAColumnForEachLanguage() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Concepts.class.getResourceAsStream("concepts.txt")), StandardCharsets.UTF_8))) {
            List<String> concepts = lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            assertThat(concepts)
                    .hasSizeGreaterThan(2_000)
                    .allSatisfy(line -> assertThat(line.split(" \\| ", -1)).hasSize(5));
        }
    }

    private static int code(Tongue tongue, String written) {
        char[] word = Fold.of(written).toCharArray();
        int end = Stem.end(word, 0, word.length, tongue);
        return Concepts.of(tongue).code(Hash.of(word, 0, end, Kind.WORD.code()));
    }
}
