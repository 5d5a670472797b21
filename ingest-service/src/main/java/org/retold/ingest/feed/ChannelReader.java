package org.retold.ingest.feed;

import static org.retold.ingest.feed.Vocabulary.CORE;
import static org.retold.ingest.feed.Vocabulary.DUBLIN_CORE;
import static org.retold.ingest.feed.Vocabulary.ITUNES;
import static org.retold.ingest.feed.Vocabulary.SYNDICATION;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.retold.ingest.feed.FeedReading.ReadFeed;

/** Reads what a feed says about itself. */
final class ChannelReader {

    private final FeedElement channel;
    private final FeedDocument document;

    ChannelReader(FeedElement channel, FeedDocument document) {
        this.channel = channel;
        this.document = document;
    }

    ReadFeed read(List<FeedEntry> entries) {
        return new ReadFeed(
                channel.first(CORE, "title")
                        .or(() -> channel.first(DUBLIN_CORE, "title"))
                        .map(MarkedText::of)
                        .orElse(null),
                EntryLink.of(channel, document.url()).orElse(null),
                channel.first(CORE, "description", "subtitle", "tagline", "abstract", "info")
                        .or(() -> channel.first(DUBLIN_CORE, "description"))
                        .or(() -> channel.first(ITUNES, "subtitle", "summary"))
                        .map(MarkedText::of)
                        .orElse(null),
                language().orElse(null),
                Authors.of(channel),
                askAgainAfter().orElse(null),
                hub().orElse(null),
                quiet(),
                entries);
    }

    private Optional<String> language() {
        return channel.first(CORE, "language")
                .or(() -> channel.first(DUBLIN_CORE, "language"))
                .flatMap(FeedElement::string)
                .map(language -> language.replace('_', '-'))
                .or(channel::language)
                .or(() -> Optional.ofNullable(document.language()));
    }

    private Optional<Duration> askAgainAfter() {
        return channel.first(CORE, "ttl")
                .flatMap(FeedElement::string)
                .flatMap(ChannelReader::number)
                .map(Duration::ofMinutes)
                .or(this::updatePeriod);
    }

    private Optional<Duration> updatePeriod() {
        long times = channel.first(SYNDICATION, "updatefrequency")
                .flatMap(FeedElement::string)
                .flatMap(ChannelReader::number)
                .filter(number -> number > 0)
                .orElse(1L);
        return channel.first(SYNDICATION, "updateperiod")
                .flatMap(FeedElement::string)
                .flatMap(period -> switch (period) {
                    case "hourly" -> Optional.of(Duration.ofHours(1));
                    case "daily" -> Optional.of(Duration.ofDays(1));
                    case "weekly" -> Optional.of(Duration.ofDays(7));
                    case "monthly" -> Optional.of(Duration.ofDays(30));
                    case "yearly" -> Optional.of(Duration.ofDays(365));
                    default -> Optional.<Duration>empty();
                })
                .map(period -> period.dividedBy(times));
    }

    private Optional<Hub> hub() {
        return link("hub").map(hub -> new Hub(hub, link("self").orElse(document.url())));
    }

    private Optional<String> link(String relation) {
        return channel.all(CORE, "link").stream()
                .filter(link -> link.attribute("rel").orElse("").equalsIgnoreCase(relation))
                .flatMap(link -> link.attribute("href").stream()
                        .map(address -> WebAddress.resolve(address, link.element(), document.url())))
                .findFirst();
    }

    private QuietTimes quiet() {
        return QuietTimes.of(channel.all(CORE, "skiphours", "skipdays").stream()
                .flatMap(FeedElement::children)
                .flatMap(time -> time.string().stream())
                .toList());
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
