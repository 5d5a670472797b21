package org.retold.ingest.item;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.retold.contract.FirstAddress;
import org.retold.contract.ItemBody;

/** Where an entry is: its link, its page, and what that page says about its own address. */
public final class Whereabouts {

    private Whereabouts() {}

    /**
     * Empty where it links to nothing that could be sent.
     *
     * @param body the page, or whatever else its text was taken from
     */
    public static Optional<FirstAddress> of(@Nullable String link, @Nullable ItemBody body) {
        return Optional.ofNullable(link).flatMap(Whereabouts::bounded).map(url -> at(url, body));
    }

    private static FirstAddress at(String url, @Nullable ItemBody body) {
        if (body == null || body.origin() != ItemBody.Origin.PAGE) {
            return new FirstAddress(url, null, List.of());
        }
        return new FirstAddress(
                url,
                Optional.ofNullable(body.pageUrl())
                        .flatMap(Whereabouts::bounded)
                        .orElse(null),
                body.mediaType().equals("text/html") ? claims(body) : List.of());
    }

    /** Best first; another one than the first counts only where those before it cannot be believed. */
    private static List<String> claims(ItemBody page) {
        Document tree = parsed(page);
        Stream<String> canonical = tree.select("link[href]").stream()
                .filter(link -> link.attr("rel").equalsIgnoreCase("canonical"))
                .map(link -> link.absUrl("href"));
        Stream<String> named =
                tree.head().select("meta[property=og:url], meta[name=og:url], meta[itemprop=og:url]").stream()
                        .map(meta -> meta.attr("content").strip());
        return Stream.of(canonical, named)
                .flatMap(some -> some.filter(address -> !address.isEmpty()).findFirst().stream())
                .flatMap(address -> bounded(address).stream())
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

    private static Optional<String> bounded(String address) {
        return address.length() > ItemMaker.LONGEST_URL
                ? Optional.empty()
                : Optional.ofNullable(FieldBounds.line(address));
    }
}
