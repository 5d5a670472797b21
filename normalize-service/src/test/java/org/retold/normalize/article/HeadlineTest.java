package org.retold.normalize.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {

    private static final List<String> OUTLETS = List.of("Le Courrier", "lecourrier.example", "lecourrier");

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "Le tramway revient - Le Courrier => Le tramway revient",
                "Le tramway revient | lecourrier.example => Le tramway revient",
                "Le Courrier — Le tramway revient => Le tramway revient",
                "Le tramway revient – Besançon | Le Courrier => Le tramway revient – Besançon",
                "Le tramway revient - Le Courrier | Le Courrier => Le tramway revient",
                "Exclusif - Le tramway revient => Exclusif - Le tramway revient",
                "Le Courrier => Le Courrier",
                "Tramway :   le   retour => Tramway : le retour",
                "Tramway : Le Courrier => Tramway",
                "Caf&eacute; &amp; tramway => Café & tramway",
            })
    void theOutletsNameIsNoPartOfATitle(String given, String title) {
        assertThat(Headline.of(List.of(given), OUTLETS)).contains(title);
    }

    @Test
    void theFirstTitleThatSaysSomethingIsTaken() {
        assertThat(Headline.of(List.of(" ", "<br>", "Le tramway revient"), OUTLETS))
                .contains("Le tramway revient");
        assertThat(Headline.of(List.of(""), OUTLETS)).isEmpty();
    }
}
