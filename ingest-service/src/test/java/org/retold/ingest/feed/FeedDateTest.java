package org.retold.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-19T07:30:00Z | 2024-03-19T07:30:00Z",
                "2024-03-19T07:30:00.123+01:00 | 2024-03-19T07:30:00+01:00",
                "2024-03-19 07:30 | 2024-03-19T07:30:00-00:00",
                "2024-03-19 | 2024-03-19",
                "2024-03 | 2024-03",
                "2024 | 2024",
                "20240319T073000Z | 2024-03-19T07:30:00Z",
                "Tue, 19 Mar 2024 07:30:00 +0100 | 2024-03-19T07:30:00+01:00",
                "Tue, 19 Mar 24 07:30 EST | 2024-03-19T07:30:00-05:00",
                "19 Mar 2024 | 2024-03-19",
                "Tue Mar 19 07:30:00 2024 | 2024-03-19T07:30:00-00:00",
                "mar., 19 mars 2024 07:30:00 +0100 | 2024-03-19T07:30:00+01:00",
                "jeu., 21 nov. 2024 07:30:00 +0100 | 2024-11-21T07:30:00+01:00",
                "Do, 21 März 2024 07:30:00 +0100 | 2024-03-21T07:30:00+01:00",
                "lunes, 4 de marzo de 2024 | ",
                "4 marzo 2024 | 2024-03-04",
                "1er août 2024 | 2024-08-01",
                "March 19, 2024 7:30 PM | 2024-03-19T19:30:00-00:00",
                "12 March 2024 12:05 AM GMT | 2024-03-12T00:05:00Z",
            })
    void datesAreReadAsTheyAreWritten(String text, String iso) {
        assertThat(FeedDate.read(text).orElse(null)).isEqualTo(iso);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "03/04/2024",
                "2024-13-01",
                "2024-02-30",
                "2024-02-29T24:10:00Z",
                "Tue, 32 Mar 2024 07:30:00 GMT",
                "Tue, 19 Mar 2024 07:30:00 IST",
                "19 Mar 2024 99:30:00 GMT",
                "Tue, 19 Mar 2024 13:30 PM",
                "19 Mar Apr 2024",
                "1710833400",
            })
    void whatIsNoDateOrTwoDatesIsNotRead(String text) {
        assertThat(FeedDate.read(text)).isEmpty();
    }

    @Test
    void theMachinesLanguageDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));

            assertThat(FeedDate.read("Fri, 05 Jul 2024 10:00:00 GMT")).contains("2024-07-05T10:00:00Z");
        } finally {
            Locale.setDefault(before);
        }
    }
}
