package org.retold.ingest.feed;

import static org.retold.ingest.feed.Vocabulary.CORE;
import static org.retold.ingest.feed.Vocabulary.DUBLIN_CORE;
import static org.retold.ingest.feed.Vocabulary.ITUNES;
import static org.retold.ingest.feed.Vocabulary.MEDIA;

import java.util.List;
import java.util.stream.Stream;

/** Finds what an entry is filed under. SPIP has no category, only {@code dc:subject}. */
final class Subjects {

    private Subjects() {}

    static List<String> of(FeedElement entry) {
        Stream<String> listed = entry.all(CORE, "tags").stream()
                .flatMap(tags -> tags.string().stream())
                .flatMap(tags -> Stream.of(tags.split(",")));
        Stream<String> single = Stream.of(
                        entry.all(CORE, "category").stream(),
                        entry.all(DUBLIN_CORE, "subject").stream(),
                        entry.all(MEDIA, "category").stream(),
                        entry.descendants().filter(inside -> inside.is(ITUNES, "category")))
                .flatMap(subjects -> subjects)
                .flatMap(subject ->
                        subject.attribute("term").or(() -> subject.attribute("text")).or(subject::string).stream());
        return Stream.concat(listed, single)
                .map(subject -> Text.guessed(subject).plain())
                .filter(subject -> !subject.isEmpty())
                .distinct()
                .toList();
    }
}
