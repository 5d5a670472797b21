package org.retold.contract;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a story.
 *
 * @param id unique and the same in every replay of the same articles topic
 * @param version of the story's snapshot that tells the outcome
 * @param change sequence number of the decision, shared by every record it caused
 * @param changeSize how many stories' snapshots that decision caused
 * @param articleId the article it is about; absent for merged and expired
 * @param otherStoryId merged: the story that was absorbed, or that absorbed this one; split: the other half
 */
public record StoryEvent(
        String id,
        String storyId,
        Kind kind,
        long version,
        long change,
        int changeSize,
        Instant at,
        @Nullable String articleId,
        @Nullable String otherStoryId) {

    /** What happened. */
    public enum Kind {
        @JsonProperty("created")
        CREATED,
        @JsonProperty("joined")
        JOINED,
        @JsonProperty("revised")
        REVISED,
        @JsonProperty("merged")
        MERGED,
        @JsonProperty("split")
        SPLIT,
        @JsonProperty("expired")
        EXPIRED,
        /** The article was taken down and is in no story any more. */
        @JsonProperty("withdrawn")
        WITHDRAWN,
        @JsonEnumDefaultValue
        @JsonProperty("unknown")
        UNKNOWN
    }

    public StoryEvent {
        Required.text(id, "id");
        Required.text(storyId, "storyId");
        Required.present(kind, "kind");
        Required.atLeast(1, version, "version");
        Required.atLeast(0, change, "change");
        Required.atLeast(1, changeSize, "changeSize");
        Required.present(at, "at");
    }
}
