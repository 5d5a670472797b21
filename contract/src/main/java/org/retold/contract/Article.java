package org.retold.contract;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cleaned item: what a reader would read, and what it says about its source.
 *
 * @param id hash of the canonical key: stable over refetches, tracking parameters and schemes
 * @param revision hash of the folded title and text: the same text has the same revision
 * @param completeness whether this is the whole text; an introduction never replaces a full text
 * @param url canonical URL in the publisher's spelling
 * @param externalId identifier that a push import gave
 * @param feedUrl the feed it came from; absent for a push
 * @param title without the outlet's name
 * @param paragraphs the main text, top to bottom; may be empty when the title is all there is
 * @param language of the text, two letters (ISO 639-1), or {@code und} where it cannot be told
 * @param authors as the publisher names them
 * @param fetched when we accepted the item; also the record's timestamp
 */
public record Article(
        String id,
        String revision,
        Completeness completeness,
        String url,
        @Nullable String externalId,
        @Nullable String feedUrl,
        Publisher publisher,
        String title,
        List<String> paragraphs,
        @Nullable Published published,
        String language,
        List<String> authors,
        List<String> subjects,
        Credits credits,
        Instant fetched) {

    /** How much of the article we have. */
    public enum Completeness {
        @JsonProperty("full")
        FULL,
        @JsonProperty("introduction")
        INTRODUCTION,
        @JsonEnumDefaultValue
        @JsonProperty("unknown")
        UNKNOWN
    }

    /** Language of a text that is too short or too mixed to tell. */
    public static final String UNDETERMINED = "und";

    public Article {
        Required.text(id, "id");
        Required.text(revision, "revision");
        Required.present(completeness, "completeness");
        Required.text(url, "url");
        Required.present(publisher, "publisher");
        Required.text(title, "title");
        Required.text(language, "language");
        Required.present(fetched, "fetched");
        paragraphs = Required.list(paragraphs);
        authors = Required.list(authors);
        subjects = Required.list(subjects);
        credits = credits == null ? Credits.NONE : credits;
    }
}
