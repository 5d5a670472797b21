package org.retold.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The alerts, tried by Prometheus' own tool, and their pages. */
class AlertRulesTest {

    private static final Path PROMETHEUS =
            Path.of(System.getProperty("retold.root", "..")).resolve("dashboards/prometheus");
    private static final Path RULES = PROMETHEUS.resolve("rules");
    private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\w+)$");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (\\w+)$");

    @Test
    void eachAlertFiresWhenItShouldAndNotOtherwise() throws Exception {
        assumeTrue(isInstalled(), "promtool is not installed (Debian: prometheus)");

        assertThat(promtool(RULES, "check", "rules", "alerts.yml")).contains("SUCCESS");
        assertThat(promtool(RULES, "test", "rules", "alerts_test.yml"))
                .contains("SUCCESS")
                .doesNotContain("FAILED");
        assertThat(promtool(PROMETHEUS, "check", "config", "prometheus.yml")).contains("SUCCESS");
    }

    @Test
    void eachAlertIsTried() throws IOException {
        String tests = Files.readString(RULES.resolve("alerts_test.yml"));

        assertThat(alerts())
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(tests)
                        .contains("alertname: " + alert + "\n        exp_alerts:\n          - exp_labels"));
    }

    @Test
    void eachAlertHasAPageThatSaysWhatToDo() throws IOException {
        String rules = Files.readString(RULES.resolve("alerts.yml"));
        List<String> headings = found(HEADING, Files.readString(PROMETHEUS.resolve("../../docs/alerts.md")));

        assertThat(headings).containsExactlyElementsOf(alerts());
        assertThat(alerts())
                .allSatisfy(alert -> assertThat(rules)
                        .contains("runbook_url: docs/alerts.md#" + alert.toLowerCase(Locale.ROOT) + "\n"));
    }

    private static List<String> alerts() throws IOException {
        return found(ALERT, Files.readString(RULES.resolve("alerts.yml")));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("promtool", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String promtool(Path directory, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("promtool").redirectErrorStream(true).directory(directory.toFile());
        builder.command().addAll(List.of(arguments));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
