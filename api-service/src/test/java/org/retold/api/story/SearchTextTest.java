package org.retold.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SearchTextTest {

    @Test
    void accentsElisionsAndCaseDoNotCount() {
        assertThat(SearchText.fold("L’Élysée, jusqu’à l'été : ŒUVRE")).isEqualTo("elysee, a ete : oeuvre");
    }

    @Test
    void whatMeansSomethingInAQueryStays() {
        assertThat(SearchText.fold("\"Black Sea\" grain -wheat")).isEqualTo("\"black sea\" grain -wheat");
    }

    @Test
    void namesWithApostrophesStayWhole() {
        assertThat(SearchText.fold("O’Brien didn’t")).isEqualTo("o'brien didn't");
    }

    @Test
    void cyrillicLettersStayApart() {
        assertThat(SearchText.fold("Йошкар-Ола, ещё")).isEqualTo("йошкар-ола, ещё");
    }

    @Test
    void namesAreFoldedToWhatTellsThemApart() {
        assertThat(SearchText.foldName("  LE  Monde\tdiplomatique ")).isEqualTo("le monde diplomatique");
        assertThat(SearchText.foldName("x".repeat(5000))).hasSize(200);
    }
}
