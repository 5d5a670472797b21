package org.retold.local.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a replay found, for people and for programs.
 *
 * @param model which model the shadow decided with
 */
public record ReplayReport(String model, Comparison comparison) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WIDTH = 90;

    /** @param mostDifferences so many are told with their titles */
    public List<String> lines(int mostDifferences) {
        Agreement agreement = comparison.agreement();
        List<Difference> differences = comparison.differences();
        List<String> lines = new ArrayList<>();
        lines.add("  model       " + model);
        lines.add("  articles    %d compared; %d only live, %d only in the shadow"
                .formatted(agreement.articles(), comparison.missingInShadow(), comparison.missingInLive()));
        lines.add("  stories     %d live, %d in the shadow, %d unchanged"
                .formatted(comparison.liveStories(), comparison.shadowStories(), comparison.unchanged()));
        lines.add("  pairs       %d together in both, %d only live, %d only in the shadow"
                .formatted(agreement.both(), agreement.onlyLive(), agreement.onlyShadow()));
        lines.add(String.format(
                Locale.ROOT,
                "  agreement   pair F1 %.3f, adjusted Rand index %.3f",
                agreement.pairF1(),
                agreement.adjustedRandIndex()));
        lines.add("");
        if (differences.isEmpty()) {
            lines.add("  Nothing would change.");
            return lines;
        }
        lines.add("  What would change (%d of %d, the largest first):"
                .formatted(Math.min(mostDifferences, differences.size()), differences.size()));
        differences.stream().limit(mostDifferences).forEach(difference -> tell(difference, lines));
        return lines;
    }

    public ObjectNode json() {
        Agreement agreement = comparison.agreement();
        ObjectNode report = JSON.createObjectNode();
        report.put("model", model);
        report.putObject("articles")
                .put("compared", agreement.articles())
                .put("onlyLive", comparison.missingInShadow())
                .put("onlyShadow", comparison.missingInLive());
        report.putObject("stories")
                .put("live", comparison.liveStories())
                .put("shadow", comparison.shadowStories())
                .put("unchanged", comparison.unchanged());
        report.putObject("pairs")
                .put("both", agreement.both())
                .put("onlyLive", agreement.onlyLive())
                .put("onlyShadow", agreement.onlyShadow());
        report.putObject("agreement")
                .put("pairF1", agreement.pairF1())
                .put("adjustedRandIndex", agreement.adjustedRandIndex());
        ArrayNode differences = report.putArray("differences");
        for (Difference difference : comparison.differences()) {
            ObjectNode node = differences.addObject().put("kind", word(difference.kind()));
            addStories(difference.live(), node.putArray("live"));
            addStories(difference.shadow(), node.putArray("shadow"));
        }
        return report;
    }

    private static void tell(Difference difference, List<String> lines) {
        lines.add("");
        lines.add("  %s: %s → %s articles"
                .formatted(word(difference.kind()), sizes(difference.live()), sizes(difference.shadow())));
        difference.live().forEach(story -> tell("live   ", story, lines));
        difference.shadow().forEach(story -> tell("shadow ", story, lines));
    }

    private static void tell(String where, ListedStory story, List<String> lines) {
        lines.add("    %s %s  %s".formatted(where, story.id(), shortened(story.headline())));
        story.titles().values().forEach(title -> lines.add("              - " + shortened(title)));
    }

    private static void addStories(List<ListedStory> stories, ArrayNode array) {
        for (ListedStory story : stories) {
            ArrayNode articles = array.addObject()
                    .put("id", story.id())
                    .put("headline", story.headline())
                    .putArray("articles");
            story.titles()
                    .forEach((id, title) -> articles.addObject().put("id", id).put("title", title));
        }
    }

    private static String word(Difference.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String sizes(List<ListedStory> stories) {
        return stories.stream().map(story -> Integer.toString(story.size())).collect(Collectors.joining(" + "));
    }

    private static String shortened(String text) {
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
    }
}
