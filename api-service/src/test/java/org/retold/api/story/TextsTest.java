package org.retold.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextsTest {

    private static final String WORDS = "harbour ".repeat(40).strip(); // 319 characters

    @Test
    void anExcerptEndsWithAWord() {
        List<String> shown = Texts.EXCERPT.shown(List.of("The crane fell.", WORDS, "Nobody was hurt."));

        assertThat(shown).hasSize(2).first().isEqualTo("The crane fell.");
        assertThat(shown.getLast()).isEqualTo("harbour ".repeat(35).strip());
        assertThat(String.join("", shown)).hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void aTextWithoutWordsIsCutAllTheSame() {
        assertThat(Texts.EXCERPT.shown(List.of("x".repeat(1_000)))).containsExactly("x".repeat(300));
        assertThat(Texts.EXCERPT
                        .shown(List.of("x" + "\uD83D\uDE00".repeat(400)))
                        .getFirst())
                .as("no half of a character")
                .hasSize(299);
    }

    @Test
    void whatIsShortOrFullIsShownAsItIs() {
        assertThat(Texts.EXCERPT.shown(List.of("The crane fell."))).containsExactly("The crane fell.");
        assertThat(Texts.EXCERPT.shown(List.of("a ".repeat(150), "Left out."))).containsExactly("a ".repeat(150));
        assertThat(Texts.FULL.shown(List.of(WORDS, WORDS))).containsExactly(WORDS, WORDS);
    }
}
