package org.retold.ingest.item;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.retold.contract.ItemBody;

/**
 * What a page shows before anybody has looked for its article.
 *
 * @param claims its own address as it says, best first: rel=canonical, og:url
 * @param substance digest of its prose; absent where there is too little of it to tell an edit by
 */
public record PageFacts(List<String> claims, @Nullable String substance) {

    private static final PageFacts NONE = new PageFacts(List.of(), null);

    public PageFacts {
        claims = List.copyOf(claims);
    }

    /** Of what is no web page, nothing is known. */
    public static PageFacts of(@Nullable ItemBody body) {
        if (body == null
                || body.origin() != ItemBody.Origin.PAGE
                || !body.mediaType().equals("text/html")) {
            return NONE;
        }
        Document tree = parsed(body);
        return new PageFacts(claims(tree), PageSubstance.of(tree).orElse(null));
    }

    /** Best first; another one than the first counts only where those before it cannot be believed. */
    private static List<String> claims(Document tree) {
        Stream<String> canonical = tree.select("link[href]").stream()
                .filter(link -> link.attr("rel").equalsIgnoreCase("canonical"))
                .map(link -> link.absUrl("href"));
        Stream<String> named =
                tree.head().select("meta[property=og:url], meta[name=og:url], meta[itemprop=og:url]").stream()
                        .map(meta -> meta.attr("content").strip());
        return Stream.of(canonical, named)
                .flatMap(some -> some.filter(address -> !address.isEmpty()).findFirst().stream())
                .flatMap(address -> Whereabouts.bounded(address).stream())
                .toList();
    }

    private static Document parsed(ItemBody page) {
        String at = page.pageUrl() == null ? "" : page.pageUrl();
        try {
            return Jsoup.parse(new ByteArrayInputStream(page.bytes()), known(page.charset()), at);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory could not be read", e);
        }
    }

    private static @Nullable String known(@Nullable String charset) {
        try {
            return charset != null && Charset.isSupported(charset) ? charset : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
