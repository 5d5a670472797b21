package org.retold.benchmarks.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.retold.benchmarks.score.Checkout;
import org.retold.contract.Json;

/** The news pages of article-extraction-benchmark, beside the checkout. */
final class OutsidePages {

    /**
     * One of them.
     *
     * @param html as it was sent
     * @param text that a reader would read
     */
    record OutsidePage(String name, String html, String text) {}

    private OutsidePages() {}

    static List<OutsidePage> all() {
        Path folder = Checkout.shared().resolve("corpora/extraction/article-extraction-benchmark");
        try {
            JsonNode truth =
                    Json.MAPPER.readTree(folder.resolve("ground-truth.json").toFile());
            List<OutsidePage> pages = new ArrayList<>();
            for (var names = truth.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                pages.add(new OutsidePage(
                        name,
                        html(folder.resolve("html/" + name + ".html.gz")),
                        truth.path(name).path("articleBody").asText()));
            }
            return List.copyOf(pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String html(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
