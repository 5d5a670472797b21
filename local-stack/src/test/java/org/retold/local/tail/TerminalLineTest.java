package org.retold.local.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TerminalLineTest {

    private static final TopicRecord RECORD = Samples.sample("articles", "article-full");
    private static final Told TOLD = new Told("full", "9e107d9d372bb682", "Harbour Post: “Sold”");

    @Test
    void columnsStandBelowEachOther() {
        TerminalLine line = new TerminalLine(List.of("articles", "story-events"), false);

        assertThat(line.of(RECORD, TOLD))
                .isEqualTo("2026-10-09 06:02:11  articles      full          9e107d9d  Harbour Post: “Sold”");
        assertThat(line.of(RECORD, new Told("taken down", "", "x")))
                .isEqualTo("2026-10-09 06:02:11  articles      taken down    -         x");
    }

    @Test
    void colourIsThereOnlyWhenAskedFor() {
        assertThat(new TerminalLine(List.of("articles"), true).of(RECORD, TOLD)).contains("\033[36m", "\033[0m");
        assertThat(new TerminalLine(List.of("articles"), false).of(RECORD, TOLD))
                .doesNotContain("\033");
    }

    @Test
    void whatStrangersWriteCannotSteerTheTerminal() {
        TerminalLine line = new TerminalLine(List.of("articles"), false);
        Told hostile =
                new Told("\033[2J", "\u0007\u0007\u0007\u0007", "a\r\n\033]0;owned\u0007b\u009b31mc\u202ed\u2028e");

        assertThat(line.of(RECORD, hostile))
                .matches("[^\\p{Cntrl}\\p{Cf}\\p{Zl}\u0080-\u009f]*")
                .contains("a ]0;owned b 31mc d e");
    }
}
