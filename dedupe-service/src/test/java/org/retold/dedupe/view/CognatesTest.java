package org.retold.dedupe.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.retold.contract.Credits;

class CognatesTest {

    @Test
    void theyComeInTheOrderOfWhatTheyShareAndLeaveOutWhatSharesNothing() {
        View view = Views.shipped()
                .of(
                        "a",
                        "1",
                        "Le ministre démissionne",
                        List.of("Le tribunal a condamné la banque pour corruption, et le ministre a démissionné."),
                        "fr",
                        Credits.NONE,
                        null);

        Cognates cognates = view.cognates();

        assertThat(cognates.size()).isPositive();
        assertThat(IntStream.range(0, cognates.size()).map(cognates::cognate))
                .isSorted()
                .doesNotContain(0);
        assertThat(IntStream.range(0, cognates.size()))
                .allMatch(place -> view.cognate(cognates.term(place)) == cognates.cognate(place));
        assertThat(cognates.size()).isEqualTo((int) IntStream.range(0, view.terms())
                .filter(term -> view.cognate(term) != 0)
                .count());
    }
}
