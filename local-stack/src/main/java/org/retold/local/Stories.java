package org.retold.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.retold.local.http.RefusedException;
import org.retold.local.http.ServiceClient;
import org.retold.local.stack.Trouble;
import org.retold.local.tail.TerminalLine;

/**
 * {@code ./retold stories}: the list of stories, newest first. It asks the API, which has filters, order and search at
 * hand; the topic behind it ({@code ./retold tail --topic stories}) would have to be read whole.
 */
final class Stories {

    static final Set<String> OPTIONS = Set.of(
            "--agency",
            "--language",
            "--publisher",
            "--search",
            "--min-articles",
            "--since",
            "--sort",
            "--limit",
            "--api");
    static final Set<String> FLAGS = Set.of("--json");

    private static final String API = "127.0.0.1:8080";
    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_PAGE = 200;

    private final String api;
    private final Map<String, String> filters;
    private final int limit;
    private final boolean asJson;
    private final PrintStream out;

    private Stories(String api, Map<String, String> filters, int limit, boolean asJson, PrintStream out) {
        this.api = api;
        this.filters = filters;
        this.limit = limit;
        this.asJson = asJson;
        this.out = out;
    }

    static Stories of(Arguments arguments, PrintStream out) {
        Map<String, String> filters = new LinkedHashMap<>();
        Map.of(
                        "--agency", "agency",
                        "--language", "language",
                        "--publisher", "publisher",
                        "--search", "q",
                        "--min-articles", "minArticles",
                        "--since", "since",
                        "--sort", "sort")
                .forEach((option, parameter) -> {
                    String value = arguments.values().get(option);
                    if (value != null) {
                        filters.put(parameter, value);
                    }
                });
        String api = arguments.values().getOrDefault("--api", API);
        return new Stories(
                api,
                filters,
                arguments.number("--limit", USUAL_LIMIT),
                arguments.flags().contains("--json"),
                out);
    }

    void run() {
        ServiceClient client = client();
        String cursor = "";
        int told = 0;
        if (!asJson) {
            out.println(row("updated", "story", "articles", "publishers", "languages", "agency", "headline"));
        }
        do {
            JsonNode page = page(client, Math.min(LARGEST_PAGE, limit - told), cursor);
            for (JsonNode story : page.path("items")) {
                out.println(asJson ? story.toString() : row(story));
                told++;
            }
            cursor = page.path("next").asText("").replace("null", "");
        } while (!cursor.isEmpty() && told < limit && !out.checkError());
        out.flush();
    }

    private ServiceClient client() {
        try {
            URI address = URI.create("http://" + api + "/");
            if (address.getHost() != null && address.getPort() > 0) {
                return new ServiceClient(address);
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new Trouble("--api wants HOST:PORT; '%s' is none.".formatted(api));
    }

    private JsonNode page(ServiceClient client, int size, String cursor) {
        Map<String, String> parameters = new LinkedHashMap<>(filters);
        parameters.put("limit", Integer.toString(size));
        if (!cursor.isEmpty()) {
            parameters.put("cursor", cursor);
        }
        String query = parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            return client.get("api/v1/stories?" + query);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new Trouble("No API answers at %s: start the pipeline, or give its address with --api HOST:PORT."
                    .formatted(api));
        } catch (RefusedException e) {
            throw new Trouble(TerminalLine.printable("The API at %s says: %s".formatted(api, e.reason())));
        } catch (IOException e) {
            throw new Trouble(TerminalLine.printable("It did not work: " + e.getMessage()));
        }
    }

    private static String row(JsonNode story) {
        String languages =
                story.path("languages").valueStream().map(JsonNode::asText).collect(Collectors.joining(" "));
        String agency = story.path("agency").isTextual() ? story.path("agency").asText() : "-";
        return TerminalLine.printable(row(
                story.path("updated").asText(),
                story.path("id").asText(),
                story.path("articleCount").asText(),
                story.path("publisherCount").asText(),
                languages,
                agency,
                story.path("headline").asText()));
    }

    private static String row(
            String updated,
            String story,
            String articles,
            String publishers,
            String languages,
            String agency,
            String headline) {
        return "%-20.19s  %-24s  %8s  %10s  %-14s  %-14s  %s"
                .formatted(updated.replace('T', ' '), story, articles, publishers, languages, agency, headline);
    }
}
