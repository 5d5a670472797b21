package org.retold.dedupe.story;

import java.util.List;
import java.util.Optional;
import org.retold.contract.Correction;

/** What the story writer remembers. */
public interface Ledger {

    Optional<ToldArticle> article(String articleId);

    void put(ToldArticle article);

    void forgetArticle(String articleId);

    Optional<StoryState> story(String storyId);

    void put(StoryState story);

    void forgetStory(String storyId);

    /** Of the live stories, the one whose newest arrival is the oldest. */
    Optional<StoryState> longestSilent();

    /** The sequence number of the next change, from 1; each is given once. */
    long nextChange();

    /** What operators said about an article, in the order in which they said it. */
    List<Correction> corrections(String articleId);

    /** Remembers a correction as the latest; one that was said before moves to the end. */
    void put(Correction correction);

    void withdrawCorrection(String correctionId);
}
