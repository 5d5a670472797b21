package org.retold.api.syndication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.1, as jsonfeed.org has it; what is absent is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JsonFeed(
        String version,
        String title,
        String description,
        @JsonProperty("home_page_url") URI home,
        @JsonProperty("feed_url") URI self,
        @JsonProperty("next_url") @Nullable URI next,
        List<Item> items) {

    public JsonFeed {
        items = List.copyOf(items);
    }

    /** A story. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            URI url,
            String title,
            @JsonProperty("content_text") String text,
            @JsonProperty("date_published") Instant published,
            @JsonProperty("date_modified") Instant modified,
            List<String> tags,
            @Nullable String language) {}

    public static JsonFeed of(StoryFeed feed) {
        return new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                StoryFeed.TITLE,
                StoryFeed.DESCRIPTION,
                feed.home(),
                feed.self(),
                feed.next(),
                feed.entries().stream()
                        .map(entry -> new Item(
                                entry.id(),
                                entry.link(),
                                entry.title(),
                                entry.summary(),
                                entry.published(),
                                entry.updated(),
                                entry.tags(),
                                entry.language()))
                        .toList());
    }
}
