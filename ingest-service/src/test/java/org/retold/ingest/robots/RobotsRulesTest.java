package org.retold.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsRulesTest {

    private static final String SITE = "https://news.example";

    private final RobotsRules rules = new RobotsRules(Duration.ofSeconds(30));

    @ParameterizedTest(name = "{0} lets us read {1}: {2}")
    @CsvSource({
        "User-agent: *|Disallow: /, /feed, false",
        "User-agent: *|Disallow:, /feed, true",
        "User-agent: *|Disallow: /admin, /feed, true",
        "User-agent: *|Disallow: /feed, /feed?lang=fr, false",
        "User-agent: Retold|Disallow: /, /feed, false",
        "User-agent: retold/0.1|Disallow: /, /feed, false",
        "User-agent: other|Disallow: /, /feed, true",
        "User-agent: other|User-agent: retold|Disallow: /, /feed, false",
        "User-agent: *|Disallow: /||User-agent: retold|Allow: /, /feed, true",
        "User-agent: retold|Allow: /||User-agent: *|Disallow: /, /feed, true",
        "User-agent: *|Disallow: /|Allow: /feed, /feed, true",
        "User-agent: *|Allow: /feed|Disallow: /feed/comments, /feed/comments/, false",
        "User-agent: *|Disallow: /*.xml$, /feed.xml, false",
        "User-agent: *|Disallow: /*.xml$, /feed.xml?a, true",
        "USER-AGENT : * # all|disallow : /feed # no, /feed, false",
        "\uFEFFUser-agent: *|Disallow: /, /feed, false",
        "User-agent: *|Crawl-delay: 999999|Disallow:, /feed, true",
        "<html><body>Page not found</body></html>, /feed, true",
        "'', /feed, true"
    })
    void rulesAreReadAsTheStandardSays(String lines, String path, boolean allowed) {
        Judgement judgement = judge(lines, path);

        assertThat(judgement).isInstanceOf(allowed ? Judgement.Allowed.class : Judgement.Forbidden.class);
    }

    @Test
    void whatIsForbiddenIsNamed() {
        assertThat(judge("User-agent: *|Disallow: /private", "/private/feed"))
                .isEqualTo(new Judgement.Forbidden("its robots.txt forbids https://news.example/private/feed"));
    }

    @ParameterizedTest(name = "{0} is a pause of {1} ms")
    @CsvSource({
        "Crawl-delay: 1, 1000",
        "Crawl-delay: 0.5, 500",
        "Crawl-delay: 30, 30000",
        "Crawl-delay: 31, 30000",
        "Crawl-delay: 86400, 30000",
        "Crawl-delay: 0, 0",
        "Crawl-delay: -5, 0",
        "Crawl-delay: soon, 0",
        "Disallow: /admin, 0"
    })
    void theCrawlDelayIsHonouredUpToALimit(String line, long milliseconds) {
        assertThat(judge("User-agent: *|" + line, "/feed"))
                .isEqualTo(new Judgement.Allowed(Duration.ofMillis(milliseconds)));
    }

    @Test
    void whereThereIsNoFileEverythingIsAllowed() {
        assertThat(rules.judge(new RobotsFile.None(), SITE + "/feed")).isEqualTo(new Judgement.Allowed(Duration.ZERO));
    }

    @Test
    void whereTheFileIsOutOfReachNothingIsAllowed() {
        assertThat(rules.judge(new RobotsFile.OutOfReach("its publisher answers 503"), SITE + "/feed"))
                .isEqualTo(new Judgement.NotKnown("its robots.txt cannot be had: its publisher answers 503"));
    }

    private Judgement judge(String lines, String path) {
        return rules.judge(new RobotsFile.Rules(lines.replace('|', '\n')), SITE + path);
    }
}
