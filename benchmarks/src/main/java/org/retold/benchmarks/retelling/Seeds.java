package org.retold.benchmarks.retelling;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.retold.benchmarks.score.Checkout;
import org.retold.contract.Json;

/** The five real pages, as their main text: what the gold says is not in it is cut away. */
final class Seeds {

    private Seeds() {}

    static List<Told> read() throws IOException {
        Path folder = Checkout.shared().resolve("seeds");
        List<Told> articles = new ArrayList<>();
        for (JsonNode seed : Json.MAPPER.readTree(folder.resolve("gold.json").toFile())) {
            String file = seed.get("file").asText();
            List<String> foreign = new ArrayList<>();
            seed.path("notInText").forEach(text -> foreign.add(text.asText()));
            articles.add(new Told(
                    "seed/" + file.substring(0, 3),
                    seed.get("language").asText(),
                    seed.path("published").asText(""),
                    seed.path("title").asText(""),
                    mainText(Files.readAllLines(folder.resolve(file)), foreign),
                    "seed/" + seed.get("story").asText(),
                    "seed",
                    ""));
        }
        return articles;
    }

    /** A foreign line of the second half begins what follows the article; one of the first half stands alone. */
    private static List<String> mainText(List<String> lines, List<String> foreign) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (foreign.stream().anyMatch(line::contains)) {
                if (i > 12 && !line.startsWith("Lire aussi")) {
                    break;
                }
            } else if (!line.isEmpty()) {
                kept.add(line);
            }
        }
        return List.copyOf(kept);
    }
}
