package org.retold.local.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.local.tail.Samples.record;
import static org.retold.local.tail.Samples.sample;
import static org.retold.local.tail.Samples.tombstone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TellerTest {

    private static final String STORY = "9e107d9d372bb6826bd81d3542a419d6";
    private static final String ARTICLE = "7d793037a0760186574b0282f2f435e7";

    private final KnownStories stories = new KnownStories(10);
    private final Teller teller = new Teller(stories);

    @Test
    void aJoinSaysWhoJoinedWhatHowAndHowManyTheyAreNow() {
        stories.note(sample("stories", "story-of-two"));

        Told told = teller.tell(sample("story-events", "story-event-joined"));

        assertThat(told)
                .isEqualTo(new Told(
                        "joined",
                        STORY,
                        "Reuters story “Le chantier naval de Kervallon vendu à un fonds norvégien” joined by Harbour Post"
                                + " (translation, 0.97), 2 articles"));
    }

    @Test
    void whatSaysThatItIsOfAnotherVersionIsNotReadAsThisOne() {
        TopicRecord known = sample("story-events", "story-event-joined");
        TopicRecord record = new TopicRecord(
                known.topic(),
                0,
                0,
                known.at(),
                known.key(),
                Map.of("ce_type", "org.retold.story-event.v99"),
                known.value(),
                100);

        assertThat(teller.tell(record))
                .isEqualTo(new Told("unreadable", "", "the record says it is org.retold.story-event.v99"));
    }

    @Test
    void anEventOfAStoryThatIsNotKnownIsToldByItsIds() {
        Told told = teller.tell(sample("story-events", "story-event-joined"));

        assertThat(told.words()).isEqualTo("Story %s joined by article %s".formatted(STORY, ARTICLE));
    }

    @Test
    void theNumberOfArticlesIsThatOfTheEventsOwnVersionOrLeftOut() {
        ObjectNode later = Samples.value("story-of-two").deepCopy();
        later.put("version", 9).put("articleCount", 5);
        stories.note(record("stories", STORY, later));

        assertThat(teller.tell(sample("story-events", "story-event-joined")).words())
                .endsWith("(translation, 0.97)");

        stories.note(sample("stories", "story-of-two"));

        assertThat(teller.tell(sample("story-events", "story-event-joined")).words())
                .endsWith("(translation, 0.97), 2 articles");
    }

    @Test
    void bothSidesOfAMergeAreToldAsWhatTheyAre() {
        stories.note(sample("stories", "story-of-two"));
        ObjectNode absorbed = Samples.value("story-of-two").deepCopy();
        absorbed.put("id", "aaaabbbbcccc").put("headline", "The shipyard").put("mergedInto", STORY);
        stories.note(record("stories", "aaaabbbbcccc", absorbed));
        ObjectNode taking = Samples.value("story-event-merged").deepCopy();
        taking.put("storyId", STORY).put("otherStoryId", "aaaabbbbcccc").put("version", 2);
        ObjectNode going = taking.deepCopy();
        going.put("storyId", "aaaabbbbcccc").put("otherStoryId", STORY);

        assertThat(teller.tell(record("story-events", STORY, taking)).words())
                .endsWith("took in “The shipyard” (aaaabbbb), 2 articles");
        assertThat(teller.tell(record("story-events", "aaaabbbbcccc", going)).words())
                .startsWith("Reuters story “The shipyard” went into “Le chantier naval");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            items          | item-push               | push          | “Norwegian fund buys Kervallon shipyard, sources say” at https://harbourpost.example/shipyard-sold
            stories        | story-of-two            | version 2     | Reuters story “Le chantier naval de Kervallon vendu à un fonds norvégien”: 2 articles of 2 publishers in fr, en
            evidence       | evidence-translation    | translation   | article 7d793037a0760186574b0282f2f435e7 like article 5d41402abc4b2a76b9719d911017c592: score 0.97; 1 passage; both say Kervallon, €410 million, 30 November; both credit Reuters
            feeds          | feed-status-healthy     | healthy       | Le Courrier du Port: 2 new items of 10; read next at 2026-10-06T08:11:10Z
            removals       | removal-removed         | removed       | takedown 0b5a1c1ad1f24c9f8a2f6c1c3f6d2f10: 1 article
            lookup-answers | lookup-answer-not-told  | not-told      | look-up l-1 belongs to no known story
            rejections     | rejection-not-json      | not-json      | #0 normalize-service: not an Item: unexpected end of input at line 1, column 17 (lecourrier.example/article42)
            shadow.x       | takedown                | record        | key key
            """)
    void eachTopicHasItsWords(String topic, String name, String kind, String words) {
        Told told = teller.tell(sample(topic, name));

        assertThat(told.kind()).isEqualTo(kind);
        assertThat(told.words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "article-full, articles",
        "correction-apart, corrections",
        "takedown, takedowns",
        "lookup, lookups",
        "item-page, items",
        "story-merged-away, stories",
        "story-event-withdrawn, story-events",
        "feed-status-new, feeds"
    })
    void everySampleIsTold(String name, String topic) {
        Told told = teller.tell(sample(topic, name));

        assertThat(told.kind()).isNotEmpty();
        assertThat(told.words()).isNotEmpty().doesNotContain("null", "““", "()");
    }

    @ParameterizedTest
    @CsvSource({
        "stories, ended",
        "articles, taken down",
        "evidence, ended",
        "corrections, withdrawn",
        "feeds, removed",
        "takedowns, lifted",
        "removals, lifted"
    })
    void aTombstoneIsToldAsWhatItEnds(String topic, String kind) {
        assertThat(teller.tell(tombstone(topic, "abcdef/3/4")).kind()).isEqualTo(kind);
    }

    @Test
    void whatIsNoJsonIsToldToo() {
        Told told = teller.tell(record("items", "key", TextNode.valueOf("{\"key\":")));

        assertThat(told).isEqualTo(new Told("unreadable", "", "100 bytes that are no JSON object"));
    }

    @Test
    void recordsOfOneStoryAreFoundByTheBeginningOfItsIdAlsoThroughItsArticles() {
        stories.note(sample("stories", "story-of-two"));
        ObjectNode article = Samples.value("article-full").deepCopy();
        article.put("id", ARTICLE);

        assertThat(teller.concerns(sample("story-events", "story-event-joined"), "9e10"))
                .isTrue();
        assertThat(teller.concerns(sample("evidence", "evidence-translation"), "9e10"))
                .isTrue();
        assertThat(teller.concerns(record("articles", ARTICLE + "/1/2", article), "9e10"))
                .isTrue();
        assertThat(teller.concerns(tombstone("articles", ARTICLE + "/1/2"), "9e10"))
                .isTrue();
        assertThat(teller.concerns(tombstone("articles", "another/1/2"), "9e10"))
                .isFalse();
        assertThat(teller.concerns(sample("stories", "story-of-two"), "ffff")).isFalse();
    }

    @Test
    void storiesThatWereHeardOfLeastLatelyAreForgotten() {
        KnownStories two = new KnownStories(2);
        for (String id : new String[] {"a", "b", "c"}) {
            ObjectNode story = Samples.value("story-of-two").deepCopy();
            story.put("id", id);
            two.note(record("stories", id, story));
        }

        assertThat(two.story("a")).isEmpty();
        assertThat(two.story("b")).isPresent();
        assertThat(two.storyOf(ARTICLE)).contains("c");
    }
}
