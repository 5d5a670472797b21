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

    /** Story id by the id that a push gave its article. */
    static Map<String, String> byExternalId(ServiceClient api) throws IOException {
        Map<String, String> stories = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page = api.get("api/v1/stories?sort=first&limit=200" + cursor);
            for (JsonNode summary : page.get("items")) {
                String id = summary.get("id").asText();
                for (JsonNode article : api.get("api/v1/stories/" + id).get("articles")) {
                    if (article.hasNonNull("externalId")) {
                        stories.put(article.get("externalId").asText(), id);
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
