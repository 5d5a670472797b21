package org.retold.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.retold.ingest.item.ItemReading;

class PushLineTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json | not-json",
                "{\"url\":\"https://e.example/\" | not-json",
                "\"text\" | not-an-object",
                "null | not-an-object",
                "{} | no-url",
                "{\"url\":7} | bad-field",
                "{\"url\":\"e.example\",\"title\":\"t\",\"text\":\"x\"} | bad-url",
                "{\"url\":\"https://e.example/\",\"text\":\"x\"} | no-title",
                "{\"url\":\"https://e.example/\",\"title\":\" \",\"text\":\"x\"} | no-title",
                "{\"url\":\"https://e.example/\",\"title\":\"t\"} | no-text",
                "{\"url\":\"https://e.example/\",\"title\":\"t\",\"text\":\"\",\"html\":\"\"} | no-text",
                "{\"url\":\"https://e.example/\",\"title\":\"t\",\"text\":[1]} | bad-field",
                "{\"url\":\"https://e.example/\",\"title\":\"t\",\"text\":\"x\",\"published\":\"31/31/2024\"} | bad-date",
            })
    void badLinesAreRefusedWithACode(String line, String code) {
        assertThat(PushLine.read(line.getBytes(UTF_8), NOW))
                .isInstanceOfSatisfying(
                        ItemReading.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void bytesThatAreNotUtf8AreNotJson() {
        byte[] latin = "{\"url\":\"https://e.example/\",\"title\":\"\u00e9t\u00e9\",\"text\":\"x\"}"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(PushLine.read(latin, NOW))
                .isInstanceOfSatisfying(
                        ItemReading.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("not-json"));
    }

    @Test
    void fieldsThatNobodyKnowsAreLeftAlone() {
        String line =
                "{\"url\":\"https://e.example/\",\"title\":\"t\",\"text\":\"x\",\"cluster\":3,\"authors\":\"Ann\"}";

        assertThat(PushLine.read(line.getBytes(UTF_8), NOW))
                .isInstanceOfSatisfying(
                        ItemReading.Made.class,
                        made -> assertThat(made.item().authors()).containsExactly("Ann"));
    }

    @Test
    void aStreamIsCutIntoLinesThatStayBounded() throws IOException {
        String text = "one\r\n\n" + "x".repeat(50_000) + "\nlast";
        BoundedLines lines = new BoundedLines(new ByteArrayInputStream(text.getBytes(UTF_8)), 20_000);

        assertThat(lines.next().orElseThrow().bytes()).asString(UTF_8).isEqualTo("one\r");
        assertThat(lines.next().orElseThrow().isBlank()).isTrue();
        BoundedLines.Line tooLong = lines.next().orElseThrow();
        assertThat(tooLong.tooLong()).isTrue();
        assertThat(tooLong.bytes()).hasSize(20_000);
        BoundedLines.Line last = lines.next().orElseThrow();
        assertThat(last.number()).isEqualTo(4);
        assertThat(last.bytes()).asString(UTF_8).isEqualTo("last");
        assertThat(lines.next()).isEqualTo(Optional.empty());
    }
}
