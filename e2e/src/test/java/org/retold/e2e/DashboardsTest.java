package org.retold.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.retold.local.stack.Service;
import org.yaml.snakeyaml.Yaml;

/** What dashboards and alerts ask for is what the running services tell. */
@ExtendWith(PipelineExtension.class)
class DashboardsTest {

    private static final Path DASHBOARDS = Pipeline.ROOT.resolve("dashboards");
    /** Where Grafana finds the API, and nothing else. */
    private static final String API = "http://api-service:8080/";

    /** After the value there may be the trace that it comes of. */
    private static final Pattern SAMPLE =
            Pattern.compile("(?m)^([a-z0-9_]+)(?:\\{((?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\")*)})? \\S+(?: # .*)?$");

    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Pipeline pipeline;

    DashboardsTest(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Test
    void everyMetricThatTheyNameExistsWithTheLabelsTheyAskFor() throws Exception {
        everythingHappensOnce();

        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(missing(expressions(), metrics())).isEmpty());
    }

    @Test
    void noLabelOfOursGrowsWithTheNews() throws Exception {
        everythingHappensOnce();

        metrics().forEach((name, samples) -> {
            if (name.startsWith("retold_")) {
                Set<String> labels = new LinkedHashSet<>();
                samples.forEach(sample -> labels.addAll(sample.keySet()));
                assertThat(labels)
                        .as(name)
                        .isSubsetOf(
                                "state",
                                "outcome",
                                "kind",
                                "result",
                                "word",
                                "code",
                                "reason",
                                "topic",
                                "standing",
                                "le",
                                "quantile");
                assertThat(samples)
                        .filteredOn(sample -> !sample.containsKey("le"))
                        .as(name)
                        .hasSizeLessThan(50);
            }
        });
    }

    @Test
    void noLabelGrowsWithWhatStrangersAskFor() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        for (Service service : Service.values()) {
            URI base = pipeline.stack().client(service).base();
            for (String method : List.of("INVENTED", "GET", "OPTIONS")) {
                HttpRequest request = HttpRequest.newBuilder(base.resolve("invented/path"))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
                http.send(request, BodyHandlers.discarding());
            }
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(metrics().get("http_server_requests_seconds_count"))
                        .filteredOn(sample -> "OTHER".equals(sample.get("method")))
                        .hasSize(Service.values().length));
        metrics()
                .forEach((name, samples) -> assertThat(samples)
                        .as(name)
                        .allSatisfy(sample -> assertThat(sample.values())
                                .noneMatch(
                                        value -> value.toLowerCase(Locale.ROOT).contains("invented"))));
    }

    @Test
    void everythingThatTheBoardsAskTheApiForIsAnswered() throws Exception {
        everythingHappensOnce();

        // Publishers, and whom they credit, are counted now and then.
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(unanswered()).isEmpty());
    }

    /** What the boards ask the API for and do not get. */
    private List<String> unanswered() throws IOException {
        List<String> refused = new ArrayList<>();
        for (JsonNode target : targets()) {
            if (target.path("type").asText().equals("json")) {
                String url = target.get("url").asText().replace("${__from:date:iso}", "2026-01-01T00:00:00.000Z");
                assertThat(url).startsWith(API);
                String path = url.substring(API.length());
                JsonNode rows = pipeline.stack()
                        .client(Service.API)
                        .get(path)
                        .at("/" + target.get("root_selector").asText().replace('.', '/'));
                if (!rows.isArray()) {
                    refused.add(path + " has no list " + target.get("root_selector"));
                }
                for (JsonNode column : target.get("columns")) {
                    for (JsonNode row : rows) {
                        // An agency is left out or null where none is credited.
                        if (!row.has(column.get("selector").asText())
                                && !column.get("selector").asText().equals("agency")) {
                            refused.add(path + " has no " + column.get("selector"));
                        }
                    }
                }
            }
        }
        return refused;
    }

    @Test
    void everyPanelHasADataSourceThatIsProvisioned() throws IOException {
        Map<String, Object> provisioned = yaml(DASHBOARDS.resolve("grafana/provisioning/datasources/retold.yml"));
        List<String> uids = new ArrayList<>();
        ((List<?>) provisioned.getOrDefault("datasources", List.of()))
                .forEach(source -> uids.add(String.valueOf(((Map<?, ?>) source).get("uid"))));

        assertThat(uids).hasSize(2);
        assertThat(targets())
                .hasSizeGreaterThan(50)
                .allSatisfy(target ->
                        assertThat(target.at("/datasource/uid").asText()).isIn(uids));
    }

    /** What is counted only once it has happened happens. */
    private void everythingHappensOnce() throws IOException, ExecutionException, InterruptedException {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String base = "http://127.0.0.1:" + site.getAddress().getPort();
        byte[] feed = """
                <?xml version="1.0"?><rss version="2.0"><channel><title>Meters</title><link>%1$s</link><item>
                <title>A meter is read</title><link>%1$s/meter</link><description>By a reader of meters.</description>
                </item></channel></rss>
                """.formatted(base).getBytes(UTF_8);
        site.createContext("/", exchange -> {
            try (exchange) {
                boolean found = exchange.getRequestURI().getPath().equals("/feed.xml");
                exchange.getResponseHeaders().add("Content-Type", "application/rss+xml");
                exchange.sendResponseHeaders(found ? 200 : 404, 0);
                exchange.getResponseBody().write(found ? feed : new byte[0]);
            }
        });
        site.start();
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", pipeline.stack().kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            pipeline.addFeed(base + "/feed.xml");
            pipeline.push(List.of(
                    "{\"url\":\"https://meters.example/%d\",\"title\":\"A meter\",\"published\":\"%s\",\"text\":\"%s\"}"
                            .formatted(
                                    site.getAddress().getPort(),
                                    Instant.now(),
                                    "LISBON, 3 March (Reuters) - It is read."),
                    "{"));
            producer.send(new ProducerRecord<>("retold.items.v1", "no item", "{"))
                    .get();
            producer.send(new ProducerRecord<>("retold.lookups.v1", "no look-up", "{"))
                    .get();
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> pipeline.articleAt(base + "/meter").has("id"));
        } finally {
            site.stop(0);
        }
    }

    private static List<String> missing(Set<String> expressions, Map<String, List<Map<String, String>>> metrics) {
        List<String> missing = new ArrayList<>();
        for (String expression : expressions) {
            PromQuery query = PromQuery.of(expression);
            Set<String> labels = new LinkedHashSet<>();
            for (PromQuery.Wanted wanted : query.wanted()) {
                List<Map<String, String>> samples = metrics.getOrDefault(wanted.metric(), List.of());
                samples.forEach(sample -> labels.addAll(sample.keySet()));
                if (samples.stream()
                        .noneMatch(sample ->
                                sample.entrySet().containsAll(wanted.equal().entrySet())
                                        && sample.keySet().containsAll(wanted.present()))) {
                    missing.add("%s of %s".formatted(wanted, expression));
                }
            }
            query.grouping().stream()
                    .filter(label -> !labels.contains(label))
                    .forEach(label -> missing.add("label %s of %s".formatted(label, expression)));
        }
        return missing;
    }

    /** All expressions of boards and alerts; what a rule records counts as there. */
    private static Set<String> expressions() throws IOException {
        Set<String> expressions = new LinkedHashSet<>();
        targets().forEach(target -> {
            if (target.has("expr")) {
                expressions.add(target.get("expr").asText());
            }
        });
        Map<String, Object> rules = yaml(DASHBOARDS.resolve("prometheus/rules/alerts.yml"));
        for (Object group : (List<?>) rules.getOrDefault("groups", List.of())) {
            List<?> listed = (List<?>) requireNonNull(((Map<?, ?>) group).get("rules"));
            listed.forEach(rule -> expressions.add(String.valueOf(((Map<?, ?>) rule).get("expr"))));
        }
        assertThat(expressions).hasSizeGreaterThan(50);
        return expressions;
    }

    private static List<JsonNode> targets() throws IOException {
        List<JsonNode> targets = new ArrayList<>();
        try (Stream<Path> boards = Files.list(DASHBOARDS.resolve("grafana/boards"))) {
            for (Path board : boards.toList()) {
                for (JsonNode panel : JSON.readTree(board.toFile()).get("panels")) {
                    panel.path("targets").forEach(targets::add);
                }
            }
        }
        return targets;
    }

    /** The labels of every sample that the four services tell, by metric. */
    private Map<String, List<Map<String, String>>> metrics() throws IOException {
        Map<String, List<Map<String, String>>> metrics = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            String text = pipeline.metrics(service);
            Matcher samples = SAMPLE.matcher(text);
            while (samples.find()) {
                Map<String, String> labels = new LinkedHashMap<>();
                Matcher label = LABEL.matcher(samples.group(2) == null ? "" : samples.group(2));
                while (label.find()) {
                    labels.put(label.group(1), label.group(2));
                }
                metrics.computeIfAbsent(samples.group(1), name -> new ArrayList<>())
                        .add(labels);
            }
        }
        return metrics;
    }

    private static Map<String, Object> yaml(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new Yaml().load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
