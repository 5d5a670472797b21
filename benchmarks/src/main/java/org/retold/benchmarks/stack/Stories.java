package org.retold.benchmarks.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.retold.local.http.ServiceClient;

/** The stories as the API lists them. */
final class Stories {

    private Stories() {}

    /**
     * Story id by what its article is known by.
     *
     * @param known field of an article: {@code externalId}, which a push gave, or {@code url}
     */
    static Map<String, String> by(String known, ServiceClient api) throws IOException {
        Map<String, String> stories = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page = api.get("api/v1/stories?sort=first&limit=200" + cursor);
            for (JsonNode summary : page.get("items")) {
                String id = summary.get("id").asText();
                for (JsonNode article : api.get("api/v1/stories/" + id).get("articles")) {
                    if (article.hasNonNull(known)) {
                        stories.put(article.get(known).asText(), id);
                    }
                }
            }
            cursor = page.hasNonNull("next")
                    ? "&cursor=" + URLEncoder.encode(page.get("next").asText(), StandardCharsets.UTF_8)
                    : "";
        } while (!cursor.isEmpty());
        return stories;
    }
}
