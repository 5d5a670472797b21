package org.retold.api.story;

/** What an id of a story leads to. */
public sealed interface FoundStory {

    /** It is there. */
    record Here(StoryDetail story) implements FoundStory {}

    /** An older story absorbed it. */
    record MergedInto(String survivorId) implements FoundStory {}

    /** It was there, and is too old now. */
    record Expired() implements FoundStory {}

    /** Never heard of. */
    record Unknown() implements FoundStory {}
}
