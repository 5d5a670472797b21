package org.retold.ingest.discover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.feed.FeedDocument;
import org.retold.ingest.feed.ReaderComments;

/** Reads from a page where its feeds are. */
public final class PageFeeds {

    /** More than this nobody tries. */
    private static final int MOST = 5;

    private static final Set<String> FEED_TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/feed+json",
            "text/rss+xml");

    private static final Pattern COMMENTS =
            Pattern.compile("(?iU)\\b(comment(s|aires?)?|kommentare?|comentarios|commenti|forum)\\b");

    /** The feed of everything is at the root of the site or close to it, and so is the page that names it. */
    private static final Pattern PART =
            Pattern.compile("(?i)/(category|tag|author|rubrique|mot)/|[?&](cat|tag|id_\\w+)=");

    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(\\.(rss|atom|rdf)|/(rss|atom|feed|feeds)(\\.xml)?/?|/(feed|index|news)\\.(xml|json))($|\\?)|[?&]page=backend($|&)|[?&](feed|format)=(rss2?|atom)");

    private PageFeeds() {}

    /** Absolute addresses, the most promising first; none of them is known to be a feed yet. */
    public static List<String> of(FeedDocument page) {
        Document tree = parsed(page);
        Stream<String> found =
                Stream.of(named(tree), keptBySoftware(tree), linked(tree)).flatMap(some -> some);
        return found.filter(address -> address.regionMatches(true, 0, "http", 0, 4))
                .filter(address -> !ReaderComments.isAddressOfSome(address))
                .filter(address -> !address.equals(page.url()))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** {@code <link rel="alternate" type="application/rss+xml">}: feeds of everything before those of a part. */
    private static Stream<String> named(Document tree) {
        return tree.select("link[rel~=(?i)(^|\\s)alternate(\\s|$)][href]").stream()
                .filter(link -> FEED_TYPES.contains(type(link)))
                .filter(link -> !COMMENTS.matcher(link.attr("title")).find())
                .map(link -> link.absUrl("href"))
                .sorted(Comparator.comparing(address -> PART.matcher(address).find()));
    }

    private static String type(Element link) {
        return link.attr("type").replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    private static Stream<String> keptBySoftware(Document tree) {
        String generator = tree.select("meta[name=generator]").attr("content").toLowerCase(Locale.ROOT);
        boolean spip = generator.contains("spip")
                || !tree.select("[href*=spip.php?], [action*=spip.php], [class^=spip]")
                        .isEmpty();
        boolean wordPress = generator.contains("wordpress")
                || !tree.select("[href*=/wp-content/], [src*=/wp-content/], link[rel=https://api.w.org/]")
                        .isEmpty();
        return Stream.of(
                        spip ? Stream.of("spip.php?page=backend", "/spip.php?page=backend") : Stream.<String>empty(),
                        wordPress ? Stream.of("/feed/") : Stream.<String>empty())
                .flatMap(some -> some)
                .map(address -> absolute(tree, address));
    }

    private static Stream<String> linked(Document tree) {
        return tree.select("a[href]").stream()
                .filter(link -> ADDRESS.matcher(link.attr("href")).find())
                .map(link -> link.absUrl("href"))
                .sorted(Comparator.comparing(address -> PART.matcher(address).find()));
    }

    private static String absolute(Document tree, String address) {
        return tree.createElement("a").attr("href", address).absUrl("href");
    }

    private static Document parsed(FeedDocument page) {
        try {
            Document tree = Jsoup.parse(new ByteArrayInputStream(page.bytes()), known(page), page.url());
            Element base = tree.selectFirst("base[href]");
            tree.setBaseUri(base == null ? page.url() : base.absUrl("href"));
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory could not be read", e);
        }
    }

    private static @Nullable String known(FeedDocument page) {
        String charset = page.charset();
        try {
            return charset != null && Charset.isSupported(charset) ? charset : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
