package org.retold.benchmarks.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.retold.benchmarks.extraction.OutsidePages.OutsidePage;
import org.retold.contract.Item;
import org.retold.contract.ItemBody;
import org.retold.normalize.page.MainTextReader;
import org.retold.normalize.page.Page;

/** Ways from a page to its text. */
final class Extractors {

    private static final String ADDRESS = "https://example.org/article";

    private Extractors() {}

    /** jsoup alone, which every way begins with. */
    static Document parsed(OutsidePage page) {
        return Jsoup.parse(page.html(), ADDRESS);
    }

    /** The main text as normalize-service finds it. */
    static String ours(OutsidePage page) {
        Page read = Page.parse(page.html(), ADDRESS);
        return String.join("\n", MainTextReader.read(read, read.windowTitle()).paragraphs());
    }

    /** The text of readability4j's article. */
    static String readability4j(OutsidePage page) {
        String article = new Readability4J(ADDRESS, page.html()).parse().getContent();
        return article == null ? "" : Jsoup.parse(article).text();
    }

    /** The page as ingest-service sends it. */
    static Item item(OutsidePage page) {
        return new Item(
                page.name(),
                ADDRESS,
                null,
                null,
                "https://example.org/feed",
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                ItemBody.of(
                        ItemBody.Origin.PAGE,
                        "text/html",
                        "UTF-8",
                        ADDRESS,
                        page.html().getBytes(UTF_8)),
                Instant.parse("2026-01-15T12:00:00Z"),
                null);
    }

    static boolean fitsAnItem(OutsidePage page) {
        return page.html().getBytes(UTF_8).length <= ItemBody.MAX_BYTES;
    }
}
