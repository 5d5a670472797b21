package org.retold.contract;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an article is in its story: its strongest link. Texts are not repeated; ranges point into the paragraphs of the
 * two revisions.
 *
 * @param storyId the story it supports; in the answer to a look-up, the story that was found
 * @param relation of the article to the other one
 * @param score probability that both derive from one source report, 0 to 1
 * @param similarity weighted Jaccard similarity of their terms, 0 to 1
 * @param containment weighted share of the article's terms that the other has, 0 to 1
 * @param otherContainment weighted share of the other's terms that the article has, 0 to 1
 * @param passages best matching first, at most {@link #MAX_PASSAGES}
 * @param facts rarest first, at most {@link #MAX_FACTS}
 * @param sharedCredits agencies and reporters that both credit
 * @param modelVersion of the verifier
 * @param sketchVersion of the sketches that found the link
 */
public record Evidence(
        String articleId,
        String revision,
        String otherArticleId,
        String otherRevision,
        @Nullable String storyId,
        Relation relation,
        double score,
        double similarity,
        double containment,
        double otherContainment,
        List<Passage> passages,
        List<Fact> facts,
        List<String> sharedCredits,
        String modelVersion,
        String sketchVersion) {

    public static final int MAX_PASSAGES = 5;
    public static final int MAX_FACTS = 20;

    public Evidence {
        Required.text(articleId, "articleId");
        Required.text(revision, "revision");
        Required.text(otherArticleId, "otherArticleId");
        Required.text(otherRevision, "otherRevision");
        Required.present(relation, "relation");
        Required.fraction(score, "score");
        Required.fraction(similarity, "similarity");
        Required.fraction(containment, "containment");
        Required.fraction(otherContainment, "otherContainment");
        Required.text(modelVersion, "modelVersion");
        Required.text(sketchVersion, "sketchVersion");
        passages = Required.list(passages);
        facts = Required.list(facts);
        sharedCredits = Required.list(sharedCredits);
        if (passages.size() > MAX_PASSAGES || facts.size() > MAX_FACTS) {
            throw new IllegalArgumentException("at most %d passages and %d facts".formatted(MAX_PASSAGES, MAX_FACTS));
        }
    }

    /**
     * A passage of the article that matches one of the other.
     *
     * @param similarity of the two, 0 to 1
     */
    public record Passage(Range here, Range there, double similarity) {

        public Passage {
            Required.present(here, "here");
            Required.present(there, "there");
            Required.fraction(similarity, "similarity");
        }
    }

    /**
     * A range of characters in one paragraph.
     *
     * @param paragraph index into the article's paragraphs, from 0; -1 is the title
     * @param from first character, in UTF-16 units
     * @param to one past the last
     */
    public record Range(int paragraph, int from, int to) {

        public Range {
            Required.atLeast(-1, paragraph, "paragraph");
            Required.atLeast(0, from, "from");
            Required.atLeast(from, to, "to");
        }
    }

    /**
     * Something rare that both say.
     *
     * @param text as the article has it
     * @param otherText as the other has it, where that differs
     */
    public record Fact(Kind kind, String text, @Nullable String otherText) {

        public Fact {
            Required.present(kind, "kind");
            Required.text(text, "text");
        }

        /** What sort of fact. */
        public enum Kind {
            @JsonProperty("name")
            NAME,
            @JsonProperty("number")
            NUMBER,
            @JsonProperty("date")
            DATE,
            @JsonProperty("quote")
            QUOTE,
            @JsonProperty("term")
            TERM,
            @JsonEnumDefaultValue
            @JsonProperty("unknown")
            UNKNOWN
        }
    }
}
