package org.retold.local.tail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.retold.local.tail.KnownStories.Known;
import org.retold.local.tail.KnownStories.Member;

/** Says in words what a record of each topic tells. */
public final class Teller {

    private static final int TITLE_LENGTH = 72;
    private static final int FACTS = 4;

    private final KnownStories stories;

    /** @param stories what is known of the stories when a record is told */
    public Teller(KnownStories stories) {
        this.stories = stories;
    }

    public Told tell(TopicRecord record) {
        if (!record.isTombstone() && !record.value().isObject()) {
            return new Told("unreadable", "", "%d bytes that are no JSON object".formatted(record.bytes()));
        }
        if (record.isOfAnotherVersion()) {
            return new Told("unreadable", "", "the record says it is %s".formatted(record.type()));
        }
        return switch (record.shortTopic()) {
            case "items" -> item(record);
            case "articles" -> article(record);
            case "stories" -> story(record);
            case "story-events" -> event(record);
            case "evidence" -> evidence(record);
            case "corrections" -> correction(record);
            case "feeds" -> feed(record);
            case "takedowns" -> takedown(record);
            case "removals" -> removal(record);
            case "lookups" -> lookup(record);
            case "lookup-answers" -> answer(record);
            case "rejections" -> rejection(record);
            default -> new Told(record.isTombstone() ? "tombstone" : "record", "", "key " + record.keyOrNothing());
        };
    }

    /** Whether a record is about the story whose id begins so. */
    public boolean concerns(TopicRecord record, String beginning) {
        List<String> ids = new ArrayList<>(List.of(
                tell(record).story(), record.text("storyId"), record.text("otherStoryId"), record.text("mergedInto")));
        record.value().path("mergedFrom").forEach(id -> ids.add(id.asText()));
        record.value()
                .path("articleIds")
                .forEach(id -> stories.storyOf(id.asText()).ifPresent(ids::add));
        return ids.stream().anyMatch(id -> !id.isEmpty() && id.startsWith(beginning));
    }

    private Told item(TopicRecord record) {
        String origin = record.value().path("body").path("origin").asText("title only");
        String publisher = record.text("publisher");
        return new Told(
                origin,
                "",
                "%s%s at %s"
                        .formatted(
                                publisher.isEmpty() ? "" : publisher + ": ",
                                quoted(record.text("title")),
                                record.text("url")));
    }

    private Told article(TopicRecord record) {
        if (record.isTombstone()) {
            String key = record.keyOrNothing();
            String id = key.substring(0, Math.max(0, key.indexOf('/')));
            return new Told(
                    "taken down",
                    stories.storyOf(id).orElse(""),
                    "all that came before of article %s is to be forgotten".formatted(id.isEmpty() ? key : id));
        }
        JsonNode credits = record.value().path("credits");
        List<String> details = new ArrayList<>();
        details.add(record.text("language"));
        details.add(counted(record.value().path("paragraphs").size(), "paragraph"));
        List<String> agencies = texts(credits.path("agencies"));
        if (!agencies.isEmpty()) {
            details.add("credits " + String.join(" and ", agencies));
        }
        return new Told(
                record.text("completeness"),
                stories.storyOf(record.text("id")).orElse(""),
                "%s: %s (%s)"
                        .formatted(
                                record.value().path("publisher").path("name").asText(),
                                quoted(record.text("title")),
                                String.join(", ", details)));
    }

    private Told story(TopicRecord record) {
        if (record.isTombstone()) {
            return new Told("ended", record.keyOrNothing(), "the snapshots of this story are to be forgotten");
        }
        String headline = named(record.text("agency"), record.text("headline"));
        if (!record.text("mergedInto").isEmpty()) {
            return new Told(
                    "merged", record.text("id"), "%s is now part of %s".formatted(headline, record.text("mergedInto")));
        }
        return new Told(
                "version " + record.text("version"),
                record.text("id"),
                "%s: %s of %s in %s"
                        .formatted(
                                headline,
                                counted(record.value().path("articleCount").asInt(), "article"),
                                counted(record.value().path("publishers").size(), "publisher"),
                                String.join(", ", texts(record.value().path("languages")))));
    }

    private Told event(TopicRecord record) {
        String id = record.text("storyId");
        String article = record.text("articleId");
        Optional<Known> story = stories.story(id);
        String name =
                story.map(known -> named(known.agency(), known.headline())).orElse("Story " + id);
        Optional<Member> member = story.map(known -> known.members().get(article));
        String publisher = member.map(Member::publisher).orElse("article " + article);
        String kind = record.text("kind");
        String words = switch (kind) {
            case "created" -> "%s opened by %s".formatted(name, publisher);
            case "joined" ->
                "%s joined by %s%s%s"
                        .formatted(
                                name,
                                publisher,
                                member.map(joined -> String.format(
                                                Locale.ROOT, " (%s, %.2f)", joined.relation(), joined.score()))
                                        .orElse(""),
                                number(story, record));
            case "revised" -> "%s: %s changed its article".formatted(name, publisher);
            case "merged" -> merged(name, story, record);
            case "split" ->
                "%s parted from %s%s".formatted(name, other(record.text("otherStoryId")), number(story, record));
            case "expired" -> "%s ended: its articles are too old".formatted(name);
            case "withdrawn" ->
                "%s lost the article of %s, which was taken down%s".formatted(name, publisher, number(story, record));
            default -> "%s: something that this version does not know".formatted(name);
        };
        return new Told(kind, id, words);
    }

    private String merged(String name, Optional<Known> story, TopicRecord event) {
        String other = event.text("otherStoryId");
        boolean absorbed =
                story.filter(known -> known.mergedInto().equals(other)).isPresent();
        return absorbed
                ? "%s went into %s".formatted(name, other(other))
                : "%s took in %s%s".formatted(name, other(other), number(story, event));
    }

    private String other(String id) {
        return stories.story(id)
                .map(known -> "%s (%s)".formatted(quoted(known.headline()), id.substring(0, Math.min(8, id.length()))))
                .orElse("story " + id);
    }

    /** The number of articles after an event, where the snapshot of its version was seen. */
    private static String number(Optional<Known> story, TopicRecord event) {
        long version = event.value().path("version").asLong();
        return story.map(known -> known.counts().get(version))
                .map(count -> ", " + counted(count, "article"))
                .orElse("");
    }

    private Told evidence(TopicRecord record) {
        if (record.isTombstone()) {
            return new Told("ended", "", "the evidence of article %s is to be forgotten".formatted(record.key()));
        }
        String story = record.text("storyId");
        List<String> shared = new ArrayList<>();
        record.value()
                .path("facts")
                .forEach(fact -> shared.add(fact.path("text").asText()));
        List<String> details = new ArrayList<>();
        details.add(String.format(
                Locale.ROOT, "score %.2f", record.value().path("score").asDouble()));
        details.add(counted(record.value().path("passages").size(), "passage"));
        if (!shared.isEmpty()) {
            details.add("both say " + shared.stream().limit(FACTS).collect(Collectors.joining(", ")));
        }
        List<String> credits = texts(record.value().path("sharedCredits"));
        if (!credits.isEmpty()) {
            details.add("both credit " + String.join(" and ", credits));
        }
        return new Told(
                record.text("relation"),
                story,
                "%s like %s: %s"
                        .formatted(
                                publisher(story, record.text("articleId")),
                                publisher(story, record.text("otherArticleId")),
                                String.join("; ", details)));
    }

    private String publisher(String story, String article) {
        return stories.story(story)
                .map(known -> known.members().get(article))
                .map(Member::publisher)
                .orElse("article " + article);
    }

    private Told correction(TopicRecord record) {
        if (record.isTombstone()) {
            return new Told("withdrawn", "", "correction %s no longer binds".formatted(record.key()));
        }
        List<String> articles = texts(record.value().path("articleIds"));
        return new Told(
                record.text("kind"),
                articles.stream()
                        .flatMap(article -> stories.storyOf(article).stream())
                        .findFirst()
                        .orElse(""),
                "%s says so of articles %s%s"
                        .formatted(record.text("by"), String.join(", ", articles), because(record)));
    }

    private static Told feed(TopicRecord record) {
        if (record.isTombstone()) {
            return new Told("removed", "", "feed %s is not read any more".formatted(record.key()));
        }
        String outcome = record.text("lastOutcome");
        String next = record.text("nextPoll");
        return new Told(
                record.text("state"),
                "",
                "%s: %s%s"
                        .formatted(
                                record.text("title"),
                                outcome.isEmpty() ? "not read yet" : outcome,
                                next.isEmpty() ? "" : "; read next at " + next));
    }

    private static Told takedown(TopicRecord record) {
        return record.isTombstone()
                ? new Told("lifted", "", "takedown %s no longer holds".formatted(record.key()))
                : new Told(
                        "takedown",
                        "",
                        "%s wants %s gone%s".formatted(record.text("by"), record.text("url"), because(record)));
    }

    private static Told removal(TopicRecord record) {
        return record.isTombstone()
                ? new Told("lifted", "", "takedown %s no longer holds".formatted(record.key()))
                : new Told(
                        record.text("state"),
                        "",
                        "takedown %s: %s"
                                .formatted(
                                        record.text("takedownId"),
                                        counted(
                                                record.value()
                                                        .path("articleIds")
                                                        .size(),
                                                "article")));
    }

    private static Told lookup(TopicRecord record) {
        return new Told(
                "look-up",
                "",
                "who has told %s (%s)?"
                        .formatted(
                                quoted(record.text("title")),
                                counted(record.value().path("paragraphs").size(), "paragraph")));
    }

    private Told answer(TopicRecord record) {
        String story = record.text("storyId");
        String late = record.text("lateBy");
        return new Told(
                record.text("outcome"),
                story,
                story.isEmpty()
                        ? "look-up %s belongs to no known story".formatted(record.text("lookupId"))
                        : "look-up %s belongs to %s%s"
                                .formatted(
                                        record.text("lookupId"),
                                        other(story),
                                        late.isEmpty() ? "" : ", late by " + late));
    }

    private static Told rejection(TopicRecord record) {
        String what = record.text("url").isEmpty() ? record.text("key") : record.text("url");
        return new Told(
                record.text("code"),
                "",
                "#%d %s: %s%s"
                        .formatted(
                                record.offset(),
                                record.text("where"),
                                record.text("message"),
                                what.isEmpty() ? "" : " (%s)".formatted(what)));
    }

    private static String because(TopicRecord record) {
        String reason = record.text("reason");
        return reason.isEmpty() ? "" : ": " + reason;
    }

    private static String named(String agency, String headline) {
        return (agency.isEmpty() ? "Story " : agency + " story ") + quoted(headline);
    }

    private static String quoted(String title) {
        int length = title.codePointCount(0, title.length());
        return length <= TITLE_LENGTH
                ? "“%s”".formatted(title)
                : "“%s…”".formatted(title.substring(0, title.offsetByCodePoints(0, TITLE_LENGTH - 1)));
    }

    private static String counted(int number, String what) {
        return number == 1 ? "1 " + what : "%d %ss".formatted(number, what);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
