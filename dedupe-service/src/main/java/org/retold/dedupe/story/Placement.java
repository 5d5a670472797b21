package org.retold.dedupe.story;

/** Where an article goes. */
sealed interface Placement {

    /** Into a story that is there. */
    record Joins(StoryState story) implements Placement {}

    /**
     * Into a story of its own.
     *
     * @param digest because it tells of several reports
     */
    record Founds(boolean digest) implements Placement {}

    /** Nowhere yet: what would hold it in the story is a digest, which has to leave it first. */
    record Reveals(StoryState story, ToldArticle digest) implements Placement {}
}
