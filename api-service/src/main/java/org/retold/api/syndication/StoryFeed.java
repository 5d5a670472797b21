package org.retold.api.syndication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.StorySummary;

/**
 * A list of stories as a feed.
 *
 * @param id stays the same for the same list, whatever the address it is asked for at, and on all its pages
 * @param self where this feed is
 * @param home the page that people look at
 * @param next where the list goes on; absent on its last page
 */
public record StoryFeed(
        String id, URI self, URI home, @Nullable URI next, List<Entry> entries) {

    static final String TITLE = "Retold";
    static final String DESCRIPTION = "Which news articles retell the same report.";

    public StoryFeed {
        entries = List.copyOf(entries);
    }

    /**
     * A story as an entry. It comes again when the story changes, under the same id.
     *
     * @param id stays the same as long as the story lives
     * @param language where all articles are in one
     * @param tags the agency that most articles credit, and the languages
     */
    record Entry(
            String id,
            URI link,
            String title,
            String summary,
            @Nullable String language,
            List<String> tags,
            Instant published,
            Instant updated) {

        private static Entry of(StorySummary story, URI home) {
            String agency = story.agency();
            return new Entry(
                    "urn:retold:story:" + story.id(),
                    home.resolve("stories/" + story.id()),
                    printable(story.headline()),
                    printable(summary(story)),
                    story.languages().size() == 1 ? story.languages().getFirst() : null,
                    Stream.concat(Stream.ofNullable(agency), story.languages().stream())
                            .map(Entry::printable)
                            .toList(),
                    story.firstPublished(),
                    story.updated());
        }

        private static String summary(StorySummary story) {
            String told = "%s by %s, in %s."
                    .formatted(
                            count(story.articleCount(), "article"),
                            count(story.publisherCount(), "publisher"),
                            story.languages().stream().collect(joining(", ")));
            return story.agency() == null ? told : "%s Credited: %s.".formatted(told, story.agency());
        }

        private static String count(int count, String noun) {
            return count == 1 ? "1 " + noun : "%d %ss".formatted(count, noun);
        }

        /** Without what XML 1.0 does not allow in a document. */
        private static String printable(String text) {
            return text.codePoints()
                    .filter(c -> c == '\t'
                            || c == '\n'
                            || (c >= ' ' && c <= 0xd7ff)
                            || (c >= 0xe000 && c <= 0xfffd)
                            || c >= 0x10000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    }

    /**
     * @param filter as it was asked for, each name with its value
     * @param home with a slash at its end
     */
    public static StoryFeed of(
            List<StorySummary> stories, SortedMap<String, String> filter, URI self, URI home, @Nullable URI next) {
        return new StoryFeed(
                "urn:retold:stories" + words(filter),
                self,
                home,
                next,
                stories.stream().map(story -> Entry.of(story, home)).toList());
    }

    private static String words(SortedMap<String, String> filter) {
        return filter.entrySet().stream()
                .map(asked -> ":%s=%s".formatted(asked.getKey(), URLEncoder.encode(asked.getValue(), UTF_8)))
                .collect(joining());
    }

    /** When the newest of its stories changed; long ago where there is none. */
    Instant updated() {
        return entries.stream()
                .map(Entry::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
