package org.retold.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Stories as a small table. */
final class StoryTable {

    private static final int HEADLINE_WIDTH = 64;

    private StoryTable() {}

    /** @param items of the story list of the API */
    static List<String> lines(JsonNode items) {
        List<String> lines = new ArrayList<>();
        lines.add(row("story", "articles", "publishers", "languages", "agency"));
        for (JsonNode story : items) {
            List<String> languages = new ArrayList<>();
            story.path("languages").forEach(language -> languages.add(language.asText()));
            lines.add(row(
                    shortened(story.path("headline").asText()),
                    story.path("articleCount").asText(),
                    story.path("publisherCount").asText(),
                    String.join(" ", languages),
                    story.path("agency").asText("-").replace("null", "-")));
        }
        return lines;
    }

    private static String row(String headline, String articles, String publishers, String languages, String agency) {
        return "  %-64s  %8s  %10s  %-14s  %s".formatted(headline, articles, publishers, languages, agency);
    }

    private static String shortened(String headline) {
        return headline.length() <= HEADLINE_WIDTH ? headline : headline.substring(0, HEADLINE_WIDTH - 1) + "…";
    }
}
