package org.retold.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnquotedTest {

    private static final String TEXT = "Lamplighters lay down their poles";

    @ParameterizedTest
    @ValueSource(strings = {"json", "value", "time", "number", "address"})
    void whatAParserCouldNotReadIsLeftOutThroughoutAndTheRestStays(String kind) {
        Throwable failure = failure(kind);
        Throwable around = new IllegalStateException(
                "in task 0_1, stacktrace=" + stack(failure),
                new CompletionException("not an Item: " + failure, failure));

        String stack = stack(Unquoted.of(around));

        assertThat(stack(around)).contains("Lamplighters");
        assertThat(stack)
                .doesNotContain("Lamplighters", "poles")
                .contains(
                        "IllegalStateException: in task 0_1",
                        "Caused by: java.util.concurrent.CompletionException: not an Item: ",
                        "Caused by: " + failure.getClass().getName(),
                        "UnquotedTest.failure(UnquotedTest.java:");
        assertThat(Unquoted.said(failure))
                .startsWith(failure.getClass().getName())
                .doesNotContain("Lamplighters");
    }

    @Test
    void whatQuotesNothingStaysAsItIs() {
        Throwable away = new IllegalStateException("Kafka is away", new ConnectException("Connection refused"));

        assertThat(Unquoted.of(away)).isSameAs(away);
        assertThat(Unquoted.said(away)).isEqualTo("java.lang.IllegalStateException: Kafka is away");
    }

    @Test
    void exceptionsThatGoInCirclesComeToAnEnd() {
        Throwable number = failure("number");
        Throwable around = new IllegalStateException(number);
        number.addSuppressed(around);

        assertThat(stack(Unquoted.of(around))).doesNotContain("Lamplighters");
    }

    private static Throwable failure(String kind) {
        String text = TEXT.strip(); // no constant, of which the compiler would say that it is no time
        return catchThrowable(() -> {
            switch (kind) {
                case "json" -> new ObjectMapper().readTree("Lamplighters_lay down");
                case "value" -> new ObjectMapper().readValue("\"" + text + "\"", Integer.class);
                case "time" -> Instant.parse(text);
                case "number" -> Long.parseLong(text);
                default -> URI.create(text);
            }
        });
    }

    private static String stack(Throwable thrown) {
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack));
        return stack.toString();
    }
}
