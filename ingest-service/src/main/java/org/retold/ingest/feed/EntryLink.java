package org.retold.ingest.feed;

import static org.retold.ingest.feed.Vocabulary.CORE;
import static org.retold.ingest.feed.Vocabulary.FEEDBURNER;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the page that an entry or a channel is about: never a file that merely belongs to it. */
final class EntryLink {

    private EntryLink() {}

    static Optional<String> of(FeedElement entry, String documentUrl) {
        List<FeedElement> links = entry.all(CORE, "link", "url");
        return Stream.of(
                        original(entry),
                        links.stream()
                                .filter(link -> isAlternate(link) && isPage(link))
                                .flatMap(EntryLink::href),
                        links.stream().filter(EntryLink::isAlternate).flatMap(EntryLink::href),
                        links.stream().flatMap(EntryLink::textual),
                        permalink(entry),
                        itself(entry))
                .flatMap(candidates -> candidates)
                .findFirst()
                .map(found -> WebAddress.resolve(found.address(), found.where().element(), documentUrl));
    }

    private record Candidate(String address, FeedElement where) {}

    /** Feedburner puts its own counter into the link and keeps the publisher's beside it. */
    private static Stream<Candidate> original(FeedElement entry) {
        return entry.all(FEEDBURNER, "origlink").stream().flatMap(EntryLink::textual);
    }

    private static Stream<Candidate> href(FeedElement link) {
        return link.attribute("href").stream().map(href -> new Candidate(href, link));
    }

    private static Stream<Candidate> textual(FeedElement link) {
        return link.attribute("href").isPresent()
                ? Stream.empty()
                : link.string().stream().map(text -> new Candidate(text, link));
    }

    private static boolean isAlternate(FeedElement link) {
        return link.attribute("rel").orElse("alternate").equalsIgnoreCase("alternate");
    }

    private static boolean isPage(FeedElement link) {
        String type = link.attribute("type").orElse("text/html");
        return type.equalsIgnoreCase("text/html") || type.equalsIgnoreCase("application/xhtml+xml");
    }

    /** RSS: a guid is the page unless it says that it is not. */
    private static Stream<Candidate> permalink(FeedElement entry) {
        return entry.all(CORE, "guid").stream()
                .filter(guid -> !guid.attribute("ispermalink").orElse("true").equalsIgnoreCase("false"))
                .flatMap(EntryLink::textual)
                .filter(guid -> WebAddress.isHttp(guid.address()));
    }

    /** CDF keeps the address on the element itself, RDF may have nothing else. */
    private static Stream<Candidate> itself(FeedElement entry) {
        return Stream.of("href", "about")
                .flatMap(name -> entry.attribute(name).stream())
                .filter(WebAddress::isHttp)
                .map(address -> new Candidate(address, entry));
    }
}
