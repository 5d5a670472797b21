package org.retold.normalize.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.contract.Credits;
import org.retold.normalize.credit.CreditReader.Report;
import org.retold.normalize.date.DayOrder;

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
                "AFP | Il porto riapre lunedì, secondo l’agenzia France-Presse.",
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
                "Ann Carver (à Brévans) et Paul Rostand (à Lyon), Reuters, 13 janvier 2026. | Ann Carver, Paul Rostand",
                "Reuters journalists Ann Carver and Paul Rostand can be reached by email. | Ann Carver, Paul Rostand",
                "Reuters l’a publié mercredi sous la plume d’Ann Carver et de Paul Rostand. | Ann Carver, Paul Rostand",
                "Lo contó Reuters el martes en un reportaje de Ann Carver y Paul Rostand. | Ann Carver, Paul Rostand",
                "Il dispaccio della Reuters, a firma di Ann Carver e Paul Rostand. | Ann Carver, Paul Rostand",
            })
    void reportersAreThoseWhomTheTextNames(String paragraph, String reporters) {
        assertThat(credits("Le port rouvrira, selon Reuters.", paragraph).reporters())
                .containsExactlyElementsOf(Arrays.asList(reporters.split(", ", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BRÉVANS, 14 jan 2026 (AFP) - Le port rouvre. | Par Ann CARVER et Paul ROSTAND | Ann Carver, Paul Rostand",
                "Brévans (dpa) - Der Hafen öffnet wieder. | Von Ann Carver, dpa | Ann Carver",
                "Brévans, 14 ene (EFE).- El puerto reabre. | Ann Carver y Paul Rostand | Ann Carver, Paul Rostand",
                "Brévans, 14 ene (EFE).- El puerto reabre. | Ann Carver | Ann Carver",
                "(ANSA) - BRÉVANS, 14 GEN - Il porto riapre. | (di Ann Carver e Paul Rostand) | Ann Carver, Paul Rostand",
            })
    void whoSignsAReportOfTheAgencyIsItsReporter(String first, String last, String reporters) {
        Credits credits = credits(first, "Von den Arbeiten ist nichts zu sehen.", last);

        assertThat(credits.reporters()).containsExactlyElementsOf(Arrays.asList(reporters.split(", ", -1)));
        assertThat(credits.via()).isNull();
    }

    @Test
    void aReportsDateInNumbersIsReadWhereTheDayIsKnownToComeFirst() {
        String line = "Source : Reuters, 05/03/2024";

        assertThat(credits(DayOrder.DAY_FIRST, "Un texte.", line).exclusiveDate())
                .isEqualTo("2024-03-05");
        assertThat(credits(DayOrder.UNCERTAIN, "Un texte.", line).exclusiveDate())
                .isNull();
    }

    @Test
    void anAgencyIsNoReporterOfItself() {
        Credits credits = CreditReader.read(new Report(
                "Titre",
                List.of("BREVANS (AP) — The harbour reopens."),
                List.of(),
                List.of("The Associated Press"),
                "example.org",
                PUBLISHED,
                DayOrder.UNCERTAIN));

        assertThat(credits.reporters()).isEmpty();
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
                "2026-01-14 | (Reuters) - BRÉVANS, 14 GEN - Il porto riapre.",
                "2026-01-13 | Tout cela, Reuters l’a sorti le 13 janvier.",
                "2026-01-13 | Le 13 janvier, l’agence Reuters a montré que le port rouvrirait.",
                "2026-01-13 | Lo publicado el 13 de enero por la agencia británica Reuters es esto.",
                "2026-01-13 | Lo si legge in un documento visto dalla Reuters, che ne ha dato notizia il 13 gennaio.",
                "2026-01-13 | Der Hafen öffnet wieder, wie Reuters am 13. Januar berichtet.",
                "2026-01-13 | Selon des personnes citées par Reuters (13 janvier, article signé), le port rouvrira.",
                "2026-01-13 | Gefunden habe ich das bei Reuters, Bericht vom 13. Januar.",
                "2026-01-13 | Ann Carver (à Brévans), Reuters, 13 janvier.",
                "2026-01-14 | Das steht in einem Bericht, aus dem Reuters am Mittwoch zitierte.",
            })
    void theDateOfTheReportIsReadWhereItStands(String date, String paragraph) {
        assertThat(credits(paragraph).exclusiveDate()).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The harbour reopens, Reuters reported on Tuesday, citing two people.",
                "Der Hafen öffnet wieder, wie Reuters am Mittwoch unter Berufung auf zwei Dockarbeiter berichtete.",
            })
    void whomTheAgencyCitesIsNoOutletInBetween(String paragraph) {
        assertThat(credits(paragraph).via()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reuters a vu le courriel que le directeur écrivait le 13 janvier.",
                "Le 13 janvier, le directeur a démissionné, selon Reuters.",
                "Réunis lundi au bord du bassin, les délégués des mille dockers ont voté la grève, rapporte Reuters.",
            })
    void aDayOnWhichSomethingElseHappenedIsNotTheReports(String paragraph) {
        assertThat(credits(paragraph).exclusiveDate()).isNull();
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
                "Le Courrier du Port | Je l’ai lu dans Le Courrier du Port, qui le tenait de Reuters.",
                "Hafenbote | Das schreibt der „Hafenbote“ unter Berufung auf Reuters.",
                "Hafenbote | Ich las es im Hafenbote, der sich auf Reuters beruft.",
                "La Voz del Muelle | Los leí en La Voz del Muelle, que resume lo publicado por Reuters.",
                "Harbour Gazette | So says the Harbour Gazette, leaning on a dispatch by Reuters.",
            })
    void theOutletInBetweenIsNamed(String via, String line) {
        assertThat(credits("Le port rouvrira, selon Reuters.", "Les travaux durent depuis deux ans.", line)
                        .via())
                .isEqualTo(via);
    }

    private static Credits credits(String... paragraphs) {
        return credits(DayOrder.UNCERTAIN, paragraphs);
    }

    private static Credits credits(DayOrder order, String... paragraphs) {
        return CreditReader.read(
                new Report("Titre", List.of(paragraphs), List.of(), List.of(), "example.org", PUBLISHED, order));
    }
}
