package org.retold.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonLineTest {

    @Test
    void aLineIsOneObjectThatSaysWhoSpeaksWhenAndWhere() throws IOException {
        ExtLogRecord line = line("waiting for Kafka");
        line.setInstant(Instant.parse("2026-11-22T10:00:00.125Z"));
        line.setHostName("news-1");
        line.setProcessId(7);
        line.setThreadName("poll-3");

        assertThat(written(line)).isEqualTo(new ObjectMapper().readTree("""
                                {"timestamp": "2026-11-22T10:00:00.125Z", "level": "WARN", "logger": "org.retold.x.Y",
                                 "message": "waiting for Kafka", "service": "dedupe-service", "instance": "news-1/7",
                                 "thread": "poll-3"}"""));
    }

    @Test
    void theKeysOfALineAreFieldsAndTheMessageStaysTheSameForAll() throws IOException {
        JsonNode written = written(line("item sent: itemKey=%s bytes=%d", "news.example/1 x=2", 12));

        assertThat(written.get("message").asText()).isEqualTo("item sent");
        assertThat(written.get("itemKey").asText()).isEqualTo("news.example/1 x=2");
        assertThat(written.get("bytes").isNumber()).isTrue();
        assertThat(written.get("bytes").asInt()).isEqualTo(12);
        assertThat(written.has("x")).isFalse();
    }

    @Test
    void aValueThatIsMissingIsNull() throws IOException {
        assertThat(written(line("item sent feedUrl=%s", new @Nullable Object[] {null}))
                        .get("feedUrl")
                        .isNull())
                .isTrue();
    }

    @Test
    void aLineOfAnotherFormIsItsMessage() throws IOException {
        assertThat(written(line("%s took %d ms", "start", 5)).get("message").asText())
                .isEqualTo("start took 5 ms");
        assertThat(written(line("done at 100%")).get("message").asText()).isEqualTo("done at 100%");
    }

    @Test
    void whatOthersSayBeginsNoLine() {
        String written = new JsonLine("x").format(line("refused reason=%s", "a\r\n{\"level\":\"ERROR\"}\u2028b"));

        assertThat(written.strip().lines()).hasSize(1);
        assertThat(written).endsWith("}\n");
    }

    @Test
    void whatWasThrownComesWithItsStack() throws IOException {
        ExtLogRecord line = line("poll broke off");
        line.setThrown(new IllegalStateException("no state", new IOException("no file")));

        assertThat(written(line).get("exception").asText())
                .startsWith("java.lang.IllegalStateException: no state\n")
                .contains("Caused by: java.io.IOException: no file");
    }

    @Test
    void whatTheThreadIsAtWorkOnIsAFieldToo() throws IOException {
        ExtLogRecord line = line("poll broke off");
        line.putMdc("traceId", "0af7651916cd43dd8448eb211c80319c");

        assertThat(written(line).get("traceId").asText()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void linesStayTextUnlessJsonIsAskedFor() {
        LogRecord line = new LogRecord(Level.INFO, "as it was");

        assertThat(new JsonLines("text", "x").isLoggable(line)).isTrue();
        assertThat(new JsonLines("json", "x").isLoggable(line)).isFalse();
        assertThatThrownBy(() -> new JsonLines("xml", "x")).hasMessage("RETOLD_LOG_FORMAT is 'xml', not text or json.");
    }

    private static ExtLogRecord line(String format, @Nullable Object... values) {
        ExtLogRecord line = new ExtLogRecord(
                org.jboss.logmanager.Level.WARN, format, FormatStyle.PRINTF, JsonLineTest.class.getName());
        line.setLoggerName("org.retold.x.Y");
        line.setParameters(values.length == 0 ? null : values);
        return line;
    }

    private static JsonNode written(ExtLogRecord line) throws IOException {
        return new ObjectMapper().readTree(new JsonLine("dedupe-service").format(line));
    }
}
