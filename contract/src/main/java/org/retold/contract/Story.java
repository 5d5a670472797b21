package org.retold.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All articles that derive from one source report, as one snapshot that is sufficient alone; a later snapshot with the
 * same id replaces it.
 *
 * @param id hash of the founding article's id
 * @param version grows by one with each snapshot, from 1
 * @param change sequence number of the decision that caused this snapshot, shared by every record it caused
 * @param changeSize how many stories' snapshots that decision caused, 1 or more
 * @param headline title of the article that tells it best
 * @param languages of its articles, most articles first
 * @param agency credited by most of its articles
 * @param firstPublished earliest published date of its articles, the arrival time where none is dated
 * @param lastPublished latest published date of its articles, the arrival time where none is dated
 * @param updated when the decision was taken, in record time
 * @param origin who broke it
 * @param articleCount number of articles, 0 only for a story that was merged into another
 * @param publishers articles per publisher name, most first
 * @param languageCounts articles per language, most first
 * @param articles by arrival; at most {@link #MAX_ARTICLES}
 * @param mergedFrom ids of the younger stories that this one absorbed
 * @param mergedInto id of the older story that absorbed this one
 */
public record Story(
        String id,
        long version,
        long change,
        int changeSize,
        String headline,
        List<String> languages,
        @Nullable String agency,
        Instant firstPublished,
        Instant lastPublished,
        Instant updated,
        @Nullable Origin origin,
        int articleCount,
        List<Count> publishers,
        List<Count> languageCounts,
        List<Member> articles,
        List<String> mergedFrom,
        @Nullable String mergedInto) {

    /** A story lists this many articles; of the others it holds the counts. */
    public static final int MAX_ARTICLES = 1000;

    public Story {
        Required.text(id, "id");
        Required.atLeast(1, version, "version");
        Required.atLeast(0, change, "change");
        Required.atLeast(1, changeSize, "changeSize");
        Required.present(headline, "headline");
        Required.present(firstPublished, "firstPublished");
        Required.present(lastPublished, "lastPublished");
        Required.present(updated, "updated");
        Required.atLeast(0, articleCount, "articleCount");
        languages = Required.list(languages);
        publishers = Required.list(publishers);
        languageCounts = Required.list(languageCounts);
        articles = Required.list(articles);
        mergedFrom = Required.list(mergedFrom);
        if (articles.size() > MAX_ARTICLES) {
            throw new IllegalArgumentException("a story lists at most %d articles".formatted(MAX_ARTICLES));
        }
    }

    /**
     * How often something occurs among the articles of a story.
     *
     * @param name publisher name or language
     * @param count 1 or more
     */
    public record Count(String name, int count) {

        public Count {
            Required.text(name, "name");
            Required.atLeast(1, count, "count");
        }
    }

    /**
     * The report that the story derives from.
     *
     * @param agency that broke it; absent when the articles credit none
     * @param articleId the article that is the report or comes closest to it
     * @param reporters the agency's reporters as credited
     * @param date of the report: {@code 2024-02-13}, or {@code 2024-02} where no day is known
     * @param reason why we think so, one sentence
     */
    public record Origin(
            @Nullable String agency,
            @Nullable String articleId,
            List<String> reporters,
            @Nullable String date,
            String reason) {

        public Origin {
            Required.text(reason, "reason");
            reporters = Required.list(reporters);
        }
    }

    /**
     * An article of a story.
     *
     * @param arrival its offset in the articles topic, of the first revision
     * @param relation towards the story's fullest earliest article
     * @param score of its strongest link into the story, 0 to 1; 1 for a founding article
     * @param lateBy published minus the exclusive's date, else minus the story's earliest; absent under 24 hours
     */
    public record Member(
            String id,
            String revision,
            long arrival,
            @Nullable String externalId,
            String url,
            String title,
            Publisher publisher,
            String language,
            @Nullable Published published,
            Relation relation,
            double score,
            @Nullable Duration lateBy) {

        public Member {
            Required.text(id, "id");
            Required.text(revision, "revision");
            Required.atLeast(0, arrival, "arrival");
            Required.text(url, "url");
            Required.text(title, "title");
            Required.present(publisher, "publisher");
            Required.text(language, "language");
            Required.present(relation, "relation");
            Required.fraction(score, "score");
        }
    }
}
