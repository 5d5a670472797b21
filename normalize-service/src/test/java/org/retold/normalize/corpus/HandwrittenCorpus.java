package org.retold.normalize.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.retold.normalize.corpus.TestPages.Content;

/** The hand-written corpora, each article with the page that its publisher would show. */
public final class HandwrittenCorpus {

    private HandwrittenCorpus() {}

    /** One labelled article and one page of it. */
    public record Labelled(JsonNode row, String layout, String html) {

        public String id() {
            return row.path("id").asText() + "/" + layout;
        }

        public List<String> strings(String field) {
            return Shared.strings(row.path(field));
        }
    }

    /** Every article in the layout of its own publishing system, and in a page without structure. */
    public static List<Labelled> pages() {
        List<Labelled> pages = new ArrayList<>();
        rows().forEach(row -> {
            String cms = row.path("cms").asText();
            Content content = content(row);
            pages.add(new Labelled(row, cms, layout(cms).apply(content)));
            pages.add(new Labelled(row, "bare", TestPages.bare(content)));
        });
        return pages;
    }

    public static List<JsonNode> rows() {
        return Stream.of("corpus-c", "corpus-d")
                .flatMap(name -> Shared.lines("corpora/retelling/handwritten/" + name + ".jsonl").stream())
                .toList();
    }

    private static Function<Content, String> layout(String cms) {
        return switch (cms) {
            case "spip" -> TestPages::spip;
            case "wordpress" -> TestPages::wordpress;
            default -> TestPages::generic;
        };
    }

    /** The first line of furniture is the navigation, one with a date and an author the date line, the others follow. */
    private static Content content(JsonNode row) {
        List<String> furniture = new ArrayList<>(Shared.strings(row.path("boilerplate")));
        List<String> above = furniture.isEmpty() ? List.of() : List.of(furniture.remove(0));
        String dateline = furniture.stream()
                .filter(line -> line.matches("(?:\\p{L}+ )?\\d{1,2} \\p{L}+ \\d{4}(?:, par .*)?"))
                .findFirst()
                .orElse("");
        furniture.remove(dateline);
        return new Content(
                row.path("outlet").asText(),
                row.path("title").asText(),
                dateline,
                Shared.strings(row.path("paragraphs")),
                above,
                furniture);
    }
}
