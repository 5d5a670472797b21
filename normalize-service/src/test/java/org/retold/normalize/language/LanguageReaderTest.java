package org.retold.normalize.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageReaderTest {

    private static final LanguageReader LANGUAGES = new LanguageReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Le conseil municipal a voté lundi soir la réouverture de la ligne de tramway.",
                "en | The city council voted on Monday evening to reopen the tram line to the harbour.",
                "de | Der Stadtrat hat am Montagabend die Wiedereröffnung der Straßenbahnlinie beschlossen.",
                "es | El ayuntamiento votó el lunes por la noche la reapertura de la línea de tranvía.",
                "it | Il consiglio comunale ha votato lunedì sera la riapertura della linea tranviaria.",
                "ru | Городской совет проголосовал в понедельник вечером за открытие трамвайной линии.",
                "uk | Міська рада проголосувала в понеділок увечері за відкриття трамвайної лінії.",
                "und | Oui.",
                "und | 12 345 678 — 90 % (2024)",
                "und | 市议会周一晚上投票决定重新开放通往港口的电车线路。",
            })
    void theTextTellsItsLanguage(String language, String text) {
        assertThat(LANGUAGES.of("", List.of(text))).isEqualTo(language);
    }
}
