package org.retold.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.retold.local.http.ServiceClient;
import org.retold.local.process.Ending;
import org.retold.local.stack.DataDirectory;
import org.retold.local.stack.Events;
import org.retold.local.stack.LocalStack;
import org.retold.local.stack.Part;
import org.retold.local.stack.Service;
import org.retold.local.stack.Sizing;
import org.retold.local.stack.StackPorts;
import org.retold.local.stack.StackSettings;

/** A running Retold on free ports and an empty directory, met through its public surface only. */
final class Pipeline implements AutoCloseable {

    static final Path ROOT = Path.of(System.getProperty("retold.root", ".."));

    /** Whoever waits in these tests waits seconds, not hours. */
    static final Map<String, String> QUICK = Map.of(
            "RETOLD_LOG_FORMAT", "json",
            "RETOLD_LOG_LEVEL", "DEBUG",
            "RETOLD_DEDUPE_STANDBYS", "1",
            "RETOLD_NORMALIZE_TAKEDOWN_ROUND", "5s",
            "RETOLD_INGEST_POLL_SHORTEST", "2s",
            "RETOLD_INGEST_POLL_USUAL", "3s",
            "RETOLD_INGEST_POLL_LOOK_AGAIN", "10s,30s");

    /** Takes the traces of all services: those that a pusher wants told, and no other. */
    final Collector collector = Collector.open();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataDirectory data;
    private final LocalStack stack;

    /** Who is asked, of each service: several in turn, as a proxy before them would. */
    private final Map<Service, List<Part>> instances = new EnumMap<>(Service.class);

    private final AtomicInteger turn = new AtomicInteger();

    Pipeline() throws IOException {
        this(Path.of("target", "stack"), Map.of());
    }

    /** @param more settings of the services */
    Pipeline(Path where, Map<String, String> more) throws IOException {
        this(ROOT, where, more);
    }

    /** @param checkout in which the services are built */
    Pipeline(Path checkout, Path where, Map<String, String> more) throws IOException {
        Path directory = Files.createDirectories(where.toAbsolutePath());
        StackSettings settings =
                new StackSettings(checkout, directory, StackPorts.free(), Sizing.DEMO, true, settings(more));
        data = DataDirectory.hold(directory);
        data.empty();
        stack = new LocalStack(settings, data, new Told());
        try {
            stack.start();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        for (Service service : Service.values()) {
            instances.put(service, new CopyOnWriteArrayList<>(List.of(stack.part(service.module()))));
        }
    }

    /** Starts one more instance of a service, of the version in a checkout, and has it asked, too, once it is ready. */
    Part join(Service service, Path checkout) {
        Part part = stack.another(service, checkout);
        instancesOf(service).add(part);
        return part;
    }

    /** Asks an instance no more, and then to end; it is not started again. */
    void leave(Part part) {
        instances.values().forEach(parts -> parts.remove(part));
        stack.end(part);
    }

    /** Whether Kafka, PostgreSQL and all instances can work. */
    boolean isReady() {
        return Stream.concat(
                        Stream.of(stack.part(LocalStack.KAFKA), stack.part(LocalStack.POSTGRES)),
                        instances.values().stream().flatMap(List::stream))
                .allMatch(Part::isReady);
    }

    private Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(QUICK);
        settings.putAll(more);
        settings.put("RETOLD_TRACES_OFF", "false");
        settings.put("RETOLD_TRACES_TO", collector.url());
        settings.put("RETOLD_TRACES_RATIO", "0");
        return settings;
    }

    LocalStack stack() {
        return stack;
    }

    /** Asks the ingest service to read this feed. */
    void addFeed(String url) throws IOException {
        ingest().post("api/v1/feeds", "application/json", JSON.writeValueAsString(Map.of("url", url)), token());
    }

    /** Has what happens to stories posted to an address; returns the webhook's id. */
    String addWebhook(String url) throws IOException {
        JsonNode made =
                api().post("api/v1/webhooks", "application/json", JSON.writeValueAsString(Map.of("url", url)), token());
        return made.at("/webhook/id").asText();
    }

    void removeWebhook(String id) throws IOException {
        api().delete("api/v1/webhooks/" + id, token());
    }

    /** The feeds as people are shown them. */
    JsonNode feeds() throws IOException {
        return api().get("api/v1/feeds");
    }

    /** Where the pages are, as {@code http://127.0.0.1:8080}. */
    String site() {
        return api().base().toString().replaceFirst("/$", "");
    }

    /** Pushes lines of NDJSON and gives the answer. */
    JsonNode push(List<String> lines) throws IOException {
        return ingest().post("api/v1/items", "application/x-ndjson", String.join("\n", lines) + "\n", token());
    }

    /** Has the article at a URL taken down, and gives the answer. */
    JsonNode takeDown(String url) throws IOException {
        return ingest().delete("api/v1/articles?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8), token());
    }

    JsonNode takedown(String id) throws IOException {
        return ingest().get("api/v1/takedowns/" + id);
    }

    /** Why a service says that it cannot work; empty when it can. */
    Optional<String> whyNotReady(Service service) {
        try {
            client(service).get("q/health/ready");
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
    }

    /** What a service tells Prometheus. */
    String metrics(Service service) throws IOException {
        try (InputStream metrics =
                client(service).base().resolve("q/metrics").toURL().openStream()) {
            return new String(metrics.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Every story that the API lists, with the articles in it. */
    List<JsonNode> stories() throws IOException {
        List<JsonNode> stories = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            JsonNode page = api().get("api/v1/stories?sort=first&limit=200"
                    + cursor.map(next -> "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8))
                            .orElse(""));
            for (JsonNode summary : page.get("items")) {
                stories.add(story(summary.get("id").asText()));
            }
            cursor = Optional.of(page.path("next").asText("")).filter(next -> !next.isEmpty() && !next.equals("null"));
        } while (cursor.isPresent());
        return stories;
    }

    /** The first page of what was told last. */
    JsonNode newestStories() throws IOException {
        return api().get("api/v1/stories");
    }

    JsonNode story(String id) throws IOException {
        return api().get("api/v1/stories/" + id);
    }

    /** Says something as the operator, and gives the answer. */
    JsonNode correct(String path, Map<String, ?> body) throws IOException {
        return api().post("api/v1/stories/" + path, "application/json", JSON.writeValueAsString(body), token());
    }

    /** What happened to a story, oldest first. */
    List<JsonNode> history(String id) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        api().get("api/v1/stories/" + id + "/history").get("items").forEach(events::add);
        return events;
    }

    /** Where dedupe-service keeps what it knows. */
    Path stateOfDedupe() {
        return data.path().resolve(Path.of("services", "dedupe"));
    }

    /** What a service has written to its log, since the stack was started. */
    String log(Service service) throws IOException {
        return Files.readString(data.path().resolve(Path.of("logs", service.module() + ".log")));
    }

    /** Kills dedupe-service and takes its disk away; returns when it works again. */
    void killDedupeAndLoseItsState() throws IOException {
        Path state = stateOfDedupe();
        Files.move(state, state.resolveSibling("lost-" + System.nanoTime()));
        stack.part(Service.DEDUPE.module()).kill();
        stack.awaitReady(Duration.ofSeconds(90));
    }

    JsonNode article(String id) throws IOException {
        return api().get("api/v1/articles/" + id);
    }

    /** The article at a URL, and the story it is in. */
    JsonNode articleAt(String url) throws IOException {
        return api().get("api/v1/articles?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8));
    }

    /** For each article, by URL, the ids of the stories it is in. */
    Map<String, List<String>> storiesByArticle() throws IOException {
        Map<String, List<String>> stories = new LinkedHashMap<>();
        for (JsonNode story : stories()) {
            for (JsonNode article : story.get("articles")) {
                stories.computeIfAbsent(article.get("url").asText(), url -> new ArrayList<>())
                        .add(story.get("id").asText());
            }
        }
        return stories;
    }

    private ServiceClient api() {
        return client(Service.API);
    }

    private ServiceClient ingest() {
        return client(Service.INGEST);
    }

    private ServiceClient client(Service service) {
        List<Part> parts = List.copyOf(instancesOf(service));
        return new ServiceClient(
                parts.get(Math.floorMod(turn.getAndIncrement(), parts.size())).port());
    }

    private List<Part> instancesOf(Service service) {
        return Objects.requireNonNull(instances.get(service));
    }

    String token() {
        return stack.operatorToken();
    }

    @Override
    public void close() {
        stack.close();
        collector.close();
        data.close();
    }

    /** What the stack says belongs into the test's output. */
    private static final class Told implements Events {

        @Override
        public void say(String line) {
            if (!line.startsWith("operator token")) {
                System.out.println("  " + line);
            }
        }

        @Override
        public void died(Ending ending) {
            System.out.println("  died: " + ending.how());
        }
    }
}
