package org.retold.e2e;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.contract.Topic;
import org.retold.contract.Topics;
import org.retold.local.Retold;
import org.retold.local.http.ServiceClient;
import org.retold.local.process.Ports;

/** The deployment in real containers: it comes up, tells stories, is confined, stops in time and forgets nothing. */
@Tag("containers")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainersTest {

    private static final List<String> ALL =
            List.of("ingest-service", "normalize-service", "dedupe-service", "api-service", "kafka", "postgres");
    private static final int KILLED = 137;

    /** As the kernel has it, in either version of its control groups. */
    private static final String LOOK_INSIDE = """
            echo "user: $(id -u)"
            grep -e CapEff -e NoNewPrivs /proc/1/status
            echo "writing: $(touch /written 2>&1)"
            cd /sys/fs/cgroup
            echo "memory: $(cat memory.max memory/memory.limit_in_bytes 2>/dev/null)"
            echo "cores: $(cat cpu.max 2>/dev/null || echo $(cat cpu/cpu.cfs_quota_us) $(cat cpu/cpu.cfs_period_us))"
            """;

    private static final String LAYER = "{{.Size}} {{.CreatedBy}}";

    private static final String TEXT = """
            The lock keepers of Marrendal stopped the barges on Thursday, the canal board said, after 41 of its 58 keepers \
            had found the new gates 23 centimetres too narrow for the ore boats of the upper basin.

            Sunniva Aldertorp, who has kept the third lock for twenty-six years, told the board that the gates had been \
            measured in summer, when the timber is dry. "They built us a door for a smaller country," she said.

            Widening them will cost 8.2 million crowns, and the ore will wait until the thaw.
            """;

    private static final Path SECRETS = Path.of("target/secrets").toAbsolutePath();
    private static final int API = Ports.free();
    private static final int INGEST = Ports.free();
    private static final int KAFKA = Ports.free();
    private static final ComposeProject PROJECT = new ComposeProject(
            "retold-test",
            Map.of(
                    "RETOLD_SECRETS", SECRETS.toString(),
                    "RETOLD_API_PORT", Integer.toString(API),
                    "RETOLD_INGEST_PORT", Integer.toString(INGEST),
                    "RETOLD_KAFKA_PORT", Integer.toString(KAFKA),
                    "RETOLD_ALLOW_PRIVATE_NETWORKS", "true"));

    private final ServiceClient api = new ServiceClient(API);

    @BeforeAll
    static void up() throws IOException {
        assumeTrue(
                "containers".equals(System.getProperty("it.infra")),
                "skipped: the deployment in containers; ./retold test --containers runs it");
        assertThat(ComposeProject.hasEngine()).as("a Docker engine answers").isTrue();
        PROJECT.run(List.of("containers/secrets"));
        PROJECT.up("--build");
        push("first", "Barges stand still at Marrendal");
        push("second", "Marrendal: the gates are too narrow");
    }

    @AfterAll
    static void down() throws IOException {
        if ("containers".equals(System.getProperty("it.infra"))) {
            PROJECT.close();
        }
    }

    @Test
    void articlesGoInStoriesComeOutAndOutliveARestartAndTheLossOfEverything(@TempDir Path directory)
            throws IOException {
        awaitOneStory();
        JsonNode before = api.get("api/v1/stories/" + storyOf("first"));
        String story = "api/v1/stories/" + before.get("id").asText();
        String backup = directory.resolve("backup").toString();
        PROJECT.up("--no-recreate", "--scale", "dedupe-service=2");

        PROJECT.run(List.of("containers/backup", backup));

        assertThat(PROJECT.instances("dedupe-service"))
                .as("as many as before the backup")
                .hasSize(2);
        assertThat(api.get(story)).as("after the restart that a backup is").isEqualTo(before);
        push("third", "Ore waits at Marrendal until the thaw");
        awaitSameStory("third", before);
        assertThatThrownBy(() -> PROJECT.run(List.of("containers/restore", backup)))
                .hasMessageContaining("There is a deployment already");

        PROJECT.compose("stop", "--timeout", "10");
        for (String service : ALL) {
            assertThat(PROJECT.inspect(service, "{{.State.ExitCode}}"))
                    .as("%s ends by itself within ten seconds", service)
                    .isNotEqualTo(Integer.toString(KILLED));
        }
        PROJECT.compose("down");
        PROJECT.up();
        awaitOneStory("first", "third");
        push("new", "New containers at the locks of Marrendal, on old volumes");
        awaitSameStory("new", before);

        PROJECT.compose("down", "--volumes");
        PROJECT.run(List.of("containers/restore", backup));
        PROJECT.up();

        assertThat(api.get(story)).as("after it was restored").isEqualTo(before);
        push("fourth", "The ore boats of Marrendal wait for wider gates");
        awaitSameStory("fourth", before);
    }

    /** Last, because nothing of what the others pushed is there afterwards. */
    @Test
    @Order(Integer.MAX_VALUE)
    void whatAnEarlierVersionLeftIsGoneOnWith() throws IOException {
        PROJECT.compose("down", "--volumes", "--timeout", "10");
        PROJECT.run(List.of("containers/restore", "e2e/src/test/resources/deployments/2026-11-21"));
        PROJECT.up();

        awaitOneStory("earlier-first", "earlier-second");
        JsonNode before = api.get("api/v1/stories/" + storyOf("earlier-first"));
        push("later", "Marrendal's ore waits for the thaw");
        awaitSameStory("later", before);
        assertThat(members(before.get("id").asText())).contains(url("earlier-first"), url("earlier-second"));
    }

    @Test
    void aReaderOutsideReadsStoriesAndWritesNothing() throws Exception {
        Properties settings = new Properties();
        settings.load(new StringReader(PROJECT.run(List.of("containers/reader", "downstream"))));
        awaitOneStory();

        assertThat(firstStory(settings)).contains("\"articles\"");
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (Topic<?, ?> topic : List.of(Topics.CORRECTIONS, Topics.STORIES, Topics.ITEMS)) {
                assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic.name(), "key", "{}"))
                                .get())
                        .hasCauseInstanceOf(AuthorizationException.class);
            }
        }
        settings.replace(
                "sasl.jaas.config",
                settings.getProperty("sasl.jaas.config").replaceAll("password=\"[^\"]*\"", "password=\"guessed\""));
        assertThatThrownBy(() -> firstStory(settings)).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void anOperatorOutsideSeesWhatWasRefusedAndSendsItBack() throws Exception {
        List<String> settings = PROJECT.run(List.of("containers/operator", "me"))
                .lines()
                .map(line -> line.substring("export ".length()))
                .toList();
        try (Producer<String, String> producer =
                new KafkaProducer<>(client(settings), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.ITEMS.name(), "cut.marrendal.example/gates", "{\"cut\":"))
                    .get();
        }

        Awaitility.await("it is refused")
                .atMost(Duration.ofSeconds(60))
                .until(() -> command(settings, "rejections").contains("cut.marrendal.example/gates"));
        assertThat(command(settings, "rejections", "--redrive", "all")).contains("sent again, now at offset");

        PROJECT.run(List.of("containers/operator", "--remove", "me"));
        assertThatThrownBy(() -> command(settings, "rejections")).hasMessageContaining("do not come together");
    }

    @Test
    void aFeedOfASiteInTheNetworkIsRead(@TempDir Path site) throws IOException {
        String base = "http://news.marrendal.test:8000";
        Files.writeString(site.resolve("gates.html"), """
                <!doctype html><html lang="en"><head><title>Gates</title></head><body><article><h1>Gates</h1><p>%s</p>
                </article></body></html>
                """.formatted(TEXT.replace("\n\n", "</p><p>")));
        Files.writeString(site.resolve("feed.xml"), """
                <?xml version="1.0"?><rss version="2.0"><channel><title>Marrendal</title><link>%1$s</link><item>
                <title>The gates of Marrendal</title><link>%1$s/gates.html</link></item></channel></rss>
                """.formatted(base).strip());
        Files.setPosixFilePermissions(site, PosixFilePermissions.fromString("rwxr-xr-x"));
        String container = PROJECT.run(List.of(
                        "docker",
                        "run",
                        "--detach",
                        "--network",
                        "retold-test_inside",
                        "--network-alias",
                        "news.marrendal.test",
                        "--volume",
                        site + ":/site:ro",
                        System.getenv().getOrDefault("BASE_IMAGE", "eclipse-temurin:21-jre"),
                        "java",
                        "-m",
                        "jdk.httpserver",
                        "-b",
                        "0.0.0.0",
                        "-d",
                        "/site"))
                .strip();
        try {
            Awaitility.await("the site is there")
                    .atMost(Duration.ofSeconds(60))
                    .until(() ->
                            PROJECT.run(List.of("docker", "logs", container)).contains("Serving /site"));
            new ServiceClient(INGEST)
                    .post(
                            "api/v1/feeds",
                            "application/json",
                            "{\"url\":\"%s/feed.xml\"}".formatted(base),
                            Files.readString(SECRETS.resolve("operator-token")));

            Awaitility.await("the page of the feed is an article")
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> api.get("api/v1/articles?url="
                                    + URLEncoder.encode(base + "/gates.html", StandardCharsets.UTF_8))
                            .get("paragraphs")
                            .toString()
                            .contains("23 centimetres too narrow"));
        } finally {
            PROJECT.run(List.of("docker", "rm", "--force", container));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ingest-service", "normalize-service", "dedupe-service", "api-service", "kafka", "postgres"})
    void nothingMayDoWhatItNeedNotOrTakeMoreThanIsSet(String service) throws IOException {
        Map<String, String> found = inside(service);

        assertThat(found.get("user")).isNotEqualTo("0");
        assertThat(found.get("CapEff")).isEqualTo("0000000000000000");
        assertThat(found.get("NoNewPrivs")).isEqualTo("1");
        assertThat(found.get("writing")).contains("Read-only file system");
        assertThat(found.get("memory"))
                .isEqualTo(PROJECT.inspect(service, "{{.HostConfig.Memory}}"))
                .isNotIn("0", "max");
        assertThat(found.get("cores")).isEqualTo("100000 100000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "normalize-service", "dedupe-service", "api-service"})
    void anImageIsSmallAndWhatChangesOftenIsASmallLayerOfIt(String service) throws IOException {
        String image = PROJECT.inspect(service, "{{.Config.Image}}");
        String base = System.getenv().getOrDefault("BASE_IMAGE", "eclipse-temurin:21-jre");

        long whole = size(image);

        assertThat(whole - size(base)).isLessThan(250_000_000);
        assertThat(PROJECT.run(List.of("docker", "history", "--human=false", "--no-trunc", "--format", LAYER, image))
                        .lines()
                        .filter(layer -> layer.contains("COPY") && !layer.contains("/app/lib/"))
                        .mapToLong(layer -> Long.parseLong(layer.substring(0, layer.indexOf(' '))))
                        .sum())
                .isBetween(1L, 5_000_000L);
    }

    @Test
    void postgresCannotBeReachedFromOutsideAndKafkaOnlyWhereItAsksWhoComes() throws IOException {
        assertThat(PROJECT.inspect("postgres", "{{json .HostConfig.PortBindings}}"))
                .isIn("{}", "null");
        assertThat(PROJECT.inspect("kafka", "{{json .HostConfig.PortBindings}}"))
                .isEqualTo("{\"9094/tcp\":[{\"HostIp\":\"127.0.0.1\",\"HostPort\":\"%d\"}]}".formatted(KAFKA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "api-service", "postgres"})
    void noSecretStandsInTheEnvironment(String service) throws IOException {
        String environment = PROJECT.inspect(service, "{{json .Config.Env}}");

        for (String secret : List.of("operator-token", "reader-token", "postgres-password", "kafka-password")) {
            assertThat(environment).doesNotContain(Files.readString(SECRETS.resolve(secret)));
        }
    }

    private void awaitOneStory() {
        awaitOneStory("first", "second");
    }

    private void awaitOneStory(String first, String second) {
        Awaitility.await("one story")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> members(storyOf(first)).containsAll(Set.of(url(first), url(second))));
    }

    private void awaitSameStory(String name, JsonNode story) {
        Awaitility.await("the story goes on")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> storyOf(name).equals(story.get("id").asText()));
    }

    private Set<String> members(String story) throws IOException {
        Set<String> urls = new TreeSet<>();
        api.get("api/v1/stories/" + story)
                .get("articles")
                .forEach(article -> urls.add(article.get("url").asText()));
        return urls;
    }

    private String storyOf(String name) throws IOException {
        return api.get("api/v1/articles?url=" + URLEncoder.encode(url(name), StandardCharsets.UTF_8))
                .get("storyId")
                .asText();
    }

    private static Map<String, String> inside(String service) throws IOException {
        return PROJECT.compose("exec", "-T", service, "bash", "-c", LOOK_INSIDE)
                .lines()
                .map(line -> line.split(":", 2))
                .collect(toMap(line -> line[0], line -> line[1].strip()));
    }

    private static String firstStory(Properties settings) {
        settings.setProperty("auto.offset.reset", "earliest");
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(Topics.STORIES.name()));
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (System.nanoTime() < end) {
                for (ConsumerRecord<String, String> story : consumer.poll(Duration.ofSeconds(1))) {
                    return story.value();
                }
            }
            throw new AssertionError("no story within a minute");
        }
    }

    /** What {@code ./retold} says, where the environment is set so. */
    private static String command(List<String> settings, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("env"));
        command.addAll(settings);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dretold.root=" + System.getProperty("retold.root", ".."),
                "-cp",
                System.getProperty("java.class.path"),
                Retold.class.getName()));
        command.addAll(List.of(arguments));
        return PROJECT.run(command);
    }

    private static Properties client(List<String> settings) {
        Map<String, String> byName = settings.stream()
                .map(setting -> setting.split("=", 2))
                .collect(toMap(setting -> setting[0], setting -> setting[1]));
        Properties client = new Properties();
        client.putAll(Map.of(
                "bootstrap.servers",
                byName.getOrDefault("RETOLD_KAFKA", ""),
                "security.protocol",
                byName.getOrDefault("RETOLD_KAFKA_SECURITY_PROTOCOL", ""),
                "sasl.mechanism",
                byName.getOrDefault("RETOLD_KAFKA_SASL_MECHANISM", ""),
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(
                                byName.getOrDefault("RETOLD_KAFKA_USER", ""),
                                byName.getOrDefault("RETOLD_KAFKA_PASSWORD", ""))));
        return client;
    }

    private static long size(String image) throws IOException {
        return Long.parseLong(PROJECT.run(List.of("docker", "image", "inspect", "--format", "{{.Size}}", image))
                .strip());
    }

    private static void push(String name, String title) throws IOException {
        Map<String, String> line = Map.of("url", url(name), "title", title, "text", TEXT, "publisher", name);
        JsonNode answer = new ServiceClient(INGEST)
                .post(
                        "api/v1/items",
                        "application/x-ndjson",
                        new ObjectMapper().writeValueAsString(line) + "\n",
                        Files.readString(SECRETS.resolve("operator-token")));
        assertThat(answer.get("accepted").asInt()).isEqualTo(1);
    }

    private static String url(String name) {
        return "https://" + name + ".marrendal.example/gates";
    }
}
