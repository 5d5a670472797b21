package org.retold.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.retold.api.webhook.Attempt;
import org.retold.api.webhook.Letter;
import org.retold.api.webhook.Verdict;
import org.retold.outbound.Message;
import org.retold.outbound.OutboundClient;
import org.retold.outbound.Reply;

/** Delivers one letter. */
public final class Postman {

    private static final int KEPT_BYTES = 1_000;
    private static final int KEPT_HEADERS = 30;
    private static final int KEPT_OF_A_HEADER = 200;
    private static final String JSON = "application/json";

    private final OutboundClient web;
    private final InstantSource clock;

    public Postman(OutboundClient web, InstantSource clock) {
        this.web = web;
        this.clock = clock;
    }

    /** An attempt, and what it means. */
    public record Errand(Attempt attempt, Verdict verdict) {}

    /** Does not throw for anything that a receiver does. */
    public Errand deliver(Letter letter) {
        Instant sent = clock.instant();
        String body = letter.body();
        Map<String, String> headers = letter.headers(sent, body);
        Reply reply = web.tell(new Message(letter.url(), JSON, body, headers, KEPT_BYTES));
        Verdict verdict = verdict(reply);
        Map<String, String> written = new LinkedHashMap<>(headers);
        written.put("content-type", JSON);
        return new Errand(
                new Attempt(
                        letter.attempts() + 1,
                        sent,
                        Duration.between(sent, clock.instant()),
                        new Attempt.Request(written, body),
                        answer(reply),
                        verdict.problem(),
                        false),
                verdict);
    }

    private static Verdict verdict(Reply reply) {
        return switch (reply) {
            case Reply.Came came -> Verdict.of(came.status(), came.retryAfter());
            case Reply.Refused(String reason) ->
                new Verdict.NotTaken("The address is refused: %s.".formatted(reason), Duration.ZERO);
            case Reply.Unreachable(String reason) ->
                new Verdict.NotTaken("Nobody answered: %s.".formatted(reason), Duration.ZERO);
        };
    }

    private static Attempt.@Nullable Answer answer(Reply reply) {
        return reply instanceof Reply.Came came
                ? new Attempt.Answer(
                        came.status(),
                        headers(came.headers()),
                        new String(came.beginning().bytes(), UTF_8))
                : null;
    }

    private static Map<String, List<String>> headers(Map<String, List<String>> all) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        all.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(KEPT_HEADERS)
                .forEach(header -> kept.put(
                        header.getKey(),
                        header.getValue().stream()
                                .limit(3)
                                .map(Postman::bounded)
                                .toList()));
        return kept;
    }

    private static String bounded(String value) {
        return value.length() > KEPT_OF_A_HEADER ? value.substring(0, KEPT_OF_A_HEADER) : value;
    }
}
