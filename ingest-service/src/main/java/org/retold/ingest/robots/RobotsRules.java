package org.retold.ingest.robots;

import static java.nio.charset.StandardCharsets.UTF_8;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.List;

/**
 * Reads a robots.txt as one that is called {@code retold}.
 *
 * @param longestDelay a publisher that asks for more between two requests gets this
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>
 */
public record RobotsRules(Duration longestDelay) {

    private static final List<String> OUR_NAMES = List.of("retold");
    private static final int NO_WARNINGS = 0;

    /** @param url whole, as it is asked for */
    public Judgement judge(RobotsFile file, String url) {
        return switch (file) {
            case RobotsFile.None ignored -> new Judgement.Allowed(Duration.ZERO);
            case RobotsFile.OutOfReach(String reason) ->
                new Judgement.NotKnown("its robots.txt cannot be had: " + reason);
            case RobotsFile.Rules(String text) -> judge(parsed(text, url), url);
        };
    }

    private Judgement judge(BaseRobotRules rules, String url) {
        return rules.isAllowed(url)
                ? new Judgement.Allowed(delay(rules.getCrawlDelay()))
                : new Judgement.Forbidden("its robots.txt forbids " + url);
    }

    /** The parser takes a delay above its own limit for a ban, so it gets none. */
    private static BaseRobotRules parsed(String text, String url) {
        return new SimpleRobotRulesParser(Long.MAX_VALUE, NO_WARNINGS)
                .parseContent(url, text.getBytes(UTF_8), "text/plain", OUR_NAMES);
    }

    private Duration delay(long milliseconds) {
        if (milliseconds <= 0) {
            return Duration.ZERO;
        }
        return milliseconds > longestDelay.toMillis() ? longestDelay : Duration.ofMillis(milliseconds);
    }
}
