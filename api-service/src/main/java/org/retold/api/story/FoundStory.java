package org.retold.api.story;

/**
 * What an id of a story leads to.
 *
 * @param <T> what is told of a story that is there
 */
public sealed interface FoundStory<T> {

    /** It is there. */
    record Here<T>(T story) implements FoundStory<T> {}

    /** An older story absorbed it. */
    record MergedInto<T>(String survivorId) implements FoundStory<T> {}

    /** It was there, and is too old now. */
    record Expired<T>() implements FoundStory<T> {}

    /** Never heard of. */
    record Unknown<T>() implements FoundStory<T> {}
}
