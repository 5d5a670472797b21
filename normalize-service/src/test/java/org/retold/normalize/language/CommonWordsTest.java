package org.retold.normalize.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.normalize.corpus.Shared;

class CommonWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fr | Les habitants du quartier ont dit que la ligne ne sera pas fermée, et que le maire est venu pour les voir.",
                "en | The people of the harbour said that the line was not to be closed, and that the mayor had come for them.",
                "de | Die Leute am Hafen sagten, dass die Linie nicht geschlossen wird und der Bürgermeister mit ihnen sprach.",
                "es | Los vecinos del puerto dicen que la línea no se cierra y que el alcalde fue a hablar con los jóvenes por su parte.",
                "it | Gli abitanti del porto dicono che la linea non è chiusa e che il sindaco è venuto per parlare con gli anziani della città.",
                "nl | De mensen van de haven zeiden dat de lijn niet wordt gesloten en dat de burgemeester met een brief voor hen kwam.",
            })
    void aTextFullOfThemIsInTheirLanguage(String language, String text) {
        assertThat(CommonWords.onlyOf(text)).hasValue(language);
    }

    @Test
    void aTextHalfInAnotherLanguageIsInNeither() {
        assertThat(
                        CommonWords.onlyOf(
                                "The mayor said that it was not for the people of the harbour. "
                                        + "Le maire a dit que ce n'est pas pour les habitants du port, et que les lignes sont dans le plan."))
                .isEmpty();
    }

    /** Texts as long as those that are looked at: most are told by their words, and none wrongly. */
    @ParameterizedTest
    @ValueSource(strings = {"crosslang_meantime", "retelling_en", "retelling_fr"})
    void newsIsInTheLanguageThatItsWordsTell(String corpus) {
        List<JsonNode> articles = Shared.lines("corpora/retelling/dev/" + corpus + ".jsonl");
        int told = 0;
        for (JsonNode article : articles) {
            String text = article.get("text").asText();
            Optional<String> language = CommonWords.onlyOf(text.substring(0, Math.min(text.length(), 400)));
            if (language.isPresent()) {
                assertThat(language).as(text).hasValue(article.get("lang").asText());
                told++;
            }
        }
        assertThat(told).isGreaterThan(articles.size() / 2);
    }

    @Test
    void fewWordsTellNothing() {
        assertThat(CommonWords.onlyOf("The tram and the harbour")).isEmpty();
    }

    @Test
    void aTextInALanguageWithoutAListIsInNone() {
        assertThat(CommonWords.onlyOf("Kommunfullmäktige beslutade på måndagskvällen att åter öppna spårvägslinjen till"
                        + " hamnen, som har varit stängd i tio år, och att bygga en ny hållplats vid torget."))
                .isEmpty();
    }
}
