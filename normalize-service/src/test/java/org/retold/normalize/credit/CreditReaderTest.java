package org.retold.normalize.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.retold.contract.Credits;
import org.retold.normalize.credit.CreditReader.Report;

class CreditReaderTest {

    private static final LocalDate PUBLISHED = LocalDate.of(2026, 1, 15);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Reuters | BRÉVANS, 14 janvier (Reuters) - Le port rouvrira lundi.",
                "AFP | Brévans, 14 jan 2026 (AFP) - Le port rouvrira lundi.",
                "AFP | Le port rouvrira lundi, a appris l’Agence France-Presse de source portuaire.",
                "dpa | Hamburg (dpa) - Der Hafen öffnet am Montag wieder.",
                "dpa | Der Hafen öffnet am Montag, wie die Deutsche Presse-Agentur erfuhr.",
                "AP | BREVANS (AP) — The harbour reopens on Monday.",
                "AP | The harbour reopens on Monday, officials told The Associated Press.",
                "Bloomberg | (Bloomberg) -- The harbour reopens on Monday.",
                "EFE | El puerto reabre el lunes, informó la Agencia EFE.",
                "ANSA | Il porto riapre lunedì, riferisce l'agenzia ANSA.",
                "Belga | Le port rouvrira lundi, selon l’agence Belga.",
            })
    void theAgencyThatAReportIsAttributedToIsCredited(String agency, String paragraph) {
        assertThat(credits(paragraph).agencies()).containsExactly(agency);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Le ministre a démissionné jeudi, après la publication par Reuters de messages internes.",
                "The minister resigned on Thursday after Bloomberg had revealed the payments.",
                "Depuis que l’on sait, grâce à l’AFP, qu’un texte circule, chacun se tait.",
                "L’Agence mondiale antidopage a ouvert une enquête.",
                "The mayor of Harrisburg, PA, drew a MAP of the harbour.",
                "Kommersant et le Wall Street Journal en ont parlé.",
            })
    void aReportThatOnlyLooksBackCreditsNobody(String paragraph) {
        assertThat(credits(paragraph).agencies()).isEmpty();
    }

    @Test
    void aDigestOfSeveralAgenciesCreditsNone() {
        assertThat(credits(
                                "Mardi, l’AFP a dévoilé un projet.",
                                "Jeudi, Reuters a raconté une fuite.",
                                "Vendredi, Bloomberg a publié un chiffre.")
                        .agencies())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(Reporting by Ann Carver in Brévans and Paul Rostand in Lyon; Editing by Joe Neri) Reuters | Ann Carver, Paul Rostand",
                "Source : Reuters Ann Carver et Paul Rostand 13 janvier 2026 | Ann Carver, Paul Rostand",
                "(Reportage d’Ann Carver à Brévans et de Paul Rostand à Lyon pour Reuters) | Ann Carver, Paul Rostand",
                "Ann Carver et Paul Rostand, de Reuters, ont reconstitué le chemin de l’argent. | Ann Carver, Paul Rostand",
                "Ann Carver, cheffe du bureau de Reuters à Brévans, rapporte que le port rouvrira. | Ann Carver",
                "To contact the reporters on this story: Ann Carver in Brévans; Bae Soo-min in Seoul. (Bloomberg) | Ann Carver, Bae Soo-min",
            })
    void reportersAreThoseWhomTheTextNames(String paragraph, String reporters) {
        assertThat(credits("Le port rouvrira, selon Reuters.", paragraph).reporters())
                .containsExactlyElementsOf(Arrays.asList(reporters.split(", ", -1)));
    }

    @Test
    void peopleWhoAreQuotedAreNoReporters() {
        assertThat(credits(
                                "Le port rouvrira, a dit Jean Dupont à Reuters.",
                                "Selon Marie Noir, experte portuaire, c’est tard.")
                        .reporters())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-13 | Source : Reuters Ann Carver 13 janvier 2026",
                "2026-01-14 | BRÉVANS, Jan 14 (Reuters) - The harbour reopens.",
                "2025-12-30 | BRÉVANS, Dec 30 (Reuters) - The harbour reopens.",
                "2026-01-14 | Le port rouvrira, a révélé Reuters mercredi.",
                "2026-01-15 | The harbour reopens, Reuters reported on Thursday.",
            })
    void theDateOfTheReportIsReadWhereItStands(String date, String paragraph) {
        assertThat(credits(paragraph).exclusiveDate()).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | Le port rouvrira, ont déclaré à Reuters trois sources portuaires.",
                "5 | Five people familiar with the matter told Reuters so.",
                "12 | Selon 12 sources interrogées par Reuters.",
            })
    void sourcesAreCounted(int sources, String paragraph) {
        assertThat(credits(paragraph).sources()).isEqualTo(sources);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zonebourse.com | https://www.zonebourse.com/actualit…",
                "kyivpost | kyivpost",
                "Le Courrier du Port | Selon Reuters, cité par Le Courrier du Port.",
            })
    void theOutletInBetweenIsNamed(String via, String line) {
        assertThat(credits("Le port rouvrira, selon Reuters.", "Les travaux durent depuis deux ans.", line)
                        .via())
                .isEqualTo(via);
    }

    private static Credits credits(String... paragraphs) {
        return CreditReader.read(
                new Report("Titre", List.of(paragraphs), List.of(), List.of(), "example.org", PUBLISHED));
    }
}
