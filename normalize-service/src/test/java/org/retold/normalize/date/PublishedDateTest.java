package org.retold.normalize.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.contract.Published;
import org.retold.contract.Published.Source;
import org.retold.normalize.date.PublishedDate.Claim;
import org.retold.normalize.date.PublishedDate.Claims;

class PublishedDateTest {

    private static final Instant FETCHED = Instant.parse("2026-01-15T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-27T09:01:00+01:00 | 2024-03-27T08:01:00Z | SECOND | +01:00",
                "2024-03-27T09:01:00Z | 2024-03-27T09:01:00Z | SECOND | Z",
                "2024-03-27T09:01:00.123Z | 2024-03-27T09:01:00Z | SECOND | Z",
                "2024-03-27T09:01-0400 | 2024-03-27T13:01:00Z | MINUTE | -04:00",
                "2024-03-27 09:01 | 2024-03-27T09:01:00Z | MINUTE |",
                "2024-03-27 | 2024-03-27T00:00:00Z | DAY |",
                "20240327 | 2024-03-27T00:00:00Z | DAY |",
                "2024-01 | 2024-01-01T00:00:00Z | MONTH |",
                "2024 | 2024-01-01T00:00:00Z | YEAR |",
                "Wed, 27 Mar 2024 09:01:00 +0100 | 2024-03-27T08:01:00Z | SECOND | +01:00",
                "Wed, 27 Mar 2024 09:01:00 GMT | 2024-03-27T09:01:00Z | SECOND | Z",
                "mardi 19 mars 2024 | 2024-03-19T00:00:00Z | DAY |",
                "13 février 2024 à 17:36 | 2024-02-13T17:36:00Z | MINUTE |",
                "1er août 2024, 9h05 | 2024-08-01T09:05:00Z | MINUTE |",
                "Jan. 5, 2024 | 2024-01-05T00:00:00Z | DAY |",
                "September 19, 2024 at 6:30 pm | 2024-09-19T18:30:00Z | MINUTE |",
                "5 May 2024 | 2024-05-05T00:00:00Z | DAY |",
                "5. März 2024 | 2024-03-05T00:00:00Z | DAY |",
                "Mittwoch, 23. Januar 2025, 06:05 Uhr | 2025-01-23T06:05:00Z | MINUTE |",
                "14 de enero de 2025 | 2025-01-14T00:00:00Z | DAY |",
                "9 ottobre 2025 | 2025-10-09T00:00:00Z | DAY |",
                "19.03.2024 | 2024-03-19T00:00:00Z | DAY |",
                "19/03/2024 | 2024-03-19T00:00:00Z | DAY |",
                "mars 2024 | 2024-03-01T00:00:00Z | MONTH |",
                "2024-03-27T09:01:00-00:00 | 2024-03-27T09:01:00Z | SECOND |",
                "2024-03-27T09:01:00 | 2024-03-27T09:01:00Z | SECOND |",
                "1711530060 | 2024-03-27T09:01:00Z | SECOND |",
                "27 mars 2024 à 10h01 (CET) | 2024-03-27T09:01:00Z | MINUTE | +01:00",
                "27. März 2024, 11:01 MESZ | 2024-03-27T09:01:00Z | MINUTE | +02:00",
                "27 March 2024 09:01 GMT | 2024-03-27T09:01:00Z | MINUTE | Z",
                "27 March 2024 14:31 GMT+5:30 | 2024-03-27T09:01:00Z | MINUTE | +05:30",
                "27 mars 2024 à 12:01 UTC+3 | 2024-03-27T09:01:00Z | MINUTE | +03:00",
                "March 27, 2024 5:01 a.m. ET | 2024-03-27T09:01:00Z | MINUTE | -04:00",
                "January 27, 2024, 6:30 pm EST | 2024-01-27T23:30:00Z | MINUTE | -05:00",
                "27 mars 2024 à 10:01 et ensuite | 2024-03-27T10:01:00Z | MINUTE |",
                "Updated 2024-03-27T10:01:00+01:00 | 2024-03-27T09:01:00Z | MINUTE | +01:00",
            })
    void datesAreReadAsFarAsTheyAreStated(
            String date, Instant at, Published.Precision precision, @Nullable String offset) {
        assertThat(from(Source.FEED, date)).contains(new Published(at, precision, Source.FEED, offset));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // written in | page says | date | day
                "fr |       | 05/03/2024 | 2024-03-05",
                "fr | fr-FR | 05/03/2024 à 18h30 | 2024-03-05",
                "de | de    | 05/03/2024 | 2024-03-05",
                "es | es-ES | 5/3/2024 | 2024-03-05",
                "it | it_IT | 05-03-2024 | 2024-03-05",
                "und | fr   | 05/03/2024 | 2024-03-05",
                "fr |       | Publié le 05/03/2024 par la rédaction | 2024-03-05",
                "en |       | 05/03/2024 |",
                "en | en-GB | 05/03/2024 |",
                "en | en-US | 05-03-2024 |",
                "fr | en-US | 05/03/2024 |",
                "en | fr    | 05/03/2024 |",
                "fr | fr-CA | 05/03/2024 |",
                "es | es-PR | 05/03/2024 |",
                "und |      | 05/03/2024 |",
                "sv |       | 05/03/2024 |",
                "fr | fr    | 03/25/2024 |",
                "fr | fr    | 31/02/2024 |",
                "fr | fr    | 05/03/2027 |",
                "en |       | 25/03/2024 | 2024-03-25",
                "en |       | 05.03.2024 | 2024-03-05",
                "en |       | 05/05/2024 | 2024-05-05",
            })
    void twoNumbersAreReadWhereTheLanguagePutsTheDayFirst(
            String written, @Nullable String declared, String date, @Nullable LocalDate day) {
        DayOrder order = DayOrder.of(written, declared);

        Optional<Published> claimed =
                PublishedDate.of(new Claims(List.of(new Claim(Source.META, date)), List.of(), order), FETCHED);
        Optional<Published> shown = PublishedDate.of(new Claims(List.of(), List.of(date), order), FETCHED);

        assertThat(claimed.map(PublishedDateTest::day).orElse(null)).isEqualTo(day);
        assertThat(shown.map(PublishedDateTest::day).orElse(null)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "05/03/2024",
                "31 février 2024",
                "2024-13-01",
                "32.01.2024",
                "1970-01-01T00:00:00Z",
                "0001-01-01",
                "2026-01-17",
                "2126-01-01",
                "31/12/69",
                "99999999999999",
                "12:30"
            })
    void whatIsNoPossibleDateIsNotGuessed(String date) {
        assertThat(from(Source.FEED, date)).isEmpty();
    }

    @Test
    void aDateAheadOfTimeIsPassedOverForTheNextStatement() {
        Claims claims = new Claims(
                List.of(new Claim(Source.FEED, "2027-01-01"), new Claim(Source.META, "2026-01-10")),
                List.of(),
                DayOrder.UNCERTAIN);

        assertThat(PublishedDate.of(claims, FETCHED).map(Published::source)).contains(Source.META);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mardi 19 mars 2024, par anonyme (Date de rédaction antérieure : 2 mars 2023).",
                "Publié le 19 mars 2024 par la rédaction",
                "Mise en ligne : mardi 19 mars 2024",
                "By Jane Doe | March 19, 2024"
            })
    void aDateLineIsRead(String line) {
        Optional<Published> published =
                PublishedDate.of(new Claims(List.of(), List.of("Menu", line), DayOrder.UNCERTAIN), FETCHED);

        assertThat(published.map(Published::at)).contains(Instant.parse("2024-03-19T00:00:00Z"));
        assertThat(published.map(Published::source)).contains(Source.TEXT);
    }

    @Test
    void aSentenceThatMentionsADateIsNoDateLine() {
        String sentence =
                "Le ministre avait annoncé, lors de sa visite du 19 mars 2024 à Besançon, que la ligne serait rouverte dans deux ans.";

        assertThat(PublishedDate.of(new Claims(List.of(), List.of(sentence), DayOrder.UNCERTAIN), FETCHED))
                .isEmpty();
    }

    private static LocalDate day(Published published) {
        return published.at().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Optional<Published> from(Source source, String date) {
        return PublishedDate.of(new Claims(List.of(new Claim(source, date)), List.of(), DayOrder.UNCERTAIN), FETCHED);
    }
}
