package org.retold.ingest.feed;

import static org.retold.ingest.feed.Vocabulary.CONTENT;
import static org.retold.ingest.feed.Vocabulary.CORE;
import static org.retold.ingest.feed.Vocabulary.DUBLIN_CORE;
import static org.retold.ingest.feed.Vocabulary.DUBLIN_CORE_TERMS;
import static org.retold.ingest.feed.Vocabulary.ITUNES;
import static org.retold.ingest.feed.Vocabulary.MEDIA;
import static org.retold.ingest.feed.Vocabulary.XHTML;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.retold.ingest.feed.FeedEntry.Enclosure;

/** Reads one entry: RSS, RDF, Atom and CDF name the same things differently, and feeds mix their names. */
final class EntryReader {

    private final FeedElement entry;
    private final String documentUrl;

    EntryReader(FeedElement entry, String documentUrl) {
        this.entry = entry;
        this.documentUrl = documentUrl;
    }

    FeedEntry read() {
        Optional<FeedElement> content = content();
        return new FeedEntry(
                guid().orElse(null),
                EntryLink.of(entry, documentUrl).orElse(null),
                title().map(MarkedText::of).orElse(null),
                summary().map(MarkedText::of).orElse(null),
                content.map(MarkedText::of).orElse(null),
                published().orElse(null),
                updated().orElse(null),
                language().orElse(null),
                Authors.of(entry),
                Subjects.of(entry),
                enclosures(),
                source().orElse(null));
    }

    private Optional<String> guid() {
        return entry.first(CORE, "guid", "id").flatMap(FeedElement::string).or(() -> entry.attribute("about"));
    }

    private Optional<FeedElement> title() {
        return entry.first(CORE, "title")
                .or(() -> entry.first(DUBLIN_CORE, "title"))
                .or(() -> mediaFirst("title"));
    }

    private Optional<FeedElement> summary() {
        return shortForms()
                .findFirst()
                .or(() -> entry.first(DUBLIN_CORE, "description"))
                .or(() -> entry.first(ITUNES, "summary"))
                .or(() -> mediaFirst("description"));
    }

    private Optional<FeedElement> content() {
        return entry.first(CONTENT, "encoded")
                .or(() -> entry.first(CORE, "content", "fullitem"))
                .or(() -> entry.first(XHTML, "body", "div"))
                .or(() -> entry.first(CORE, "body"))
                .or(() -> shortForms().skip(1).findFirst());
    }

    /** RSS with a description and a summary means the second as the long form. */
    private Stream<FeedElement> shortForms() {
        return entry.all(CORE, "description", "summary", "abstract").stream();
    }

    private Optional<FeedElement> mediaFirst(String name) {
        return Stream.concat(
                        entry.first(MEDIA, name).stream(),
                        entry.all(MEDIA, "group", "content").stream()
                                .flatMap(group -> group.first(MEDIA, name).stream()))
                .findFirst();
    }

    /** The first of them that can be read. */
    private Optional<String> published() {
        return readable(Stream.of(
                entry.all(CORE, "published"),
                entry.all(CORE, "pubdate"),
                entry.all(CORE, "issued"),
                entry.all(DUBLIN_CORE_TERMS, "issued"),
                entry.all(CORE, "created"),
                entry.all(DUBLIN_CORE_TERMS, "created")));
    }

    /** SPIP 1.8 has a bare {@code <date>}. */
    private Optional<String> updated() {
        return readable(Stream.of(
                        entry.all(CORE, "updated"),
                        entry.all(CORE, "modified"),
                        entry.all(DUBLIN_CORE_TERMS, "modified"),
                        entry.all(DUBLIN_CORE, "date"),
                        entry.all(CORE, "date")))
                .or(() -> entry.attribute("lastmod").flatMap(FeedDate::read));
    }

    private static Optional<String> readable(Stream<List<FeedElement>> dates) {
        return dates.flatMap(List::stream)
                .flatMap(date -> date.string().flatMap(FeedDate::read).stream())
                .findFirst();
    }

    private Optional<String> language() {
        return entry.first(DUBLIN_CORE, "language").flatMap(FeedElement::string).or(entry::language);
    }

    private List<Enclosure> enclosures() {
        Stream<FeedElement> rss = entry.all(CORE, "enclosure").stream();
        Stream<FeedElement> atom = entry.all(CORE, "link").stream()
                .filter(link -> link.attribute("rel").orElse("").equalsIgnoreCase("enclosure"));
        return Stream.concat(rss, atom)
                .flatMap(file -> file.attribute("url").or(() -> file.attribute("href")).stream()
                        .map(url -> new Enclosure(
                                WebAddress.resolve(url, file.element(), documentUrl),
                                file.attribute("type").orElse(null),
                                file.attribute("length").orElse(null))))
                .toList();
    }

    private Optional<String> source() {
        return entry.first(CORE, "source")
                .flatMap(source -> source.first(CORE, "title").or(() -> Optional.of(source)))
                .flatMap(FeedElement::string)
                .map(title -> Text.guessed(title).plain())
                .filter(title -> !title.isEmpty());
    }
}
