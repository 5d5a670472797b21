package org.retold.api.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.retold.api.postgres.WebhookTable.Wish;
import org.retold.api.story.BadParameter;
import org.retold.api.story.QueryWords;
import org.retold.api.webhook.Webhook;
import org.retold.api.webhook.WebhookFilter;
import org.retold.contract.StoryEvent;

/** What operators send to make or change a webhook. */
@Schema(description = "A webhook as it is to be; where one is changed, what is absent stays.")
record WebhookBody(
        @Schema(description = "http or https; needed where one is made.", maxLength = 2000) @Nullable
        String url,

        @Schema(description = "What it is for.", maxLength = 200) @Nullable
        String description,

        @Schema(
                description = "`active` or `paused`; where one is changed only.",
                enumeration = {"active", "paused"})
        @Nullable
        String state,

        @Schema(
                description =
                        "What it is told of: created, joined, revised, merged, split, expired, withdrawn; all where"
                                + " absent.")
        @Nullable
        List<@Nullable String> kinds,

        @Nullable Filter filter) {

    static final JsonBody<WebhookBody> FORM = new JsonBody<>(
            WebhookBody.class,
            "{\"url\", \"description\"?, \"kinds\"?, \"filter\"?: {\"language\"?, \"publisher\"?, \"agency\"?, \"q\"?,"
                    + " \"minArticles\"?}}",
            16 * 1024);

    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_DESCRIPTION = 200;
    private static final long MOST_ARTICLES = 1_000_000;
    private static final List<StoryEvent.Kind> KINDS = Stream.of(StoryEvent.Kind.values())
            .filter(kind -> kind != StoryEvent.Kind.UNKNOWN)
            .toList();

    /** The filter as it is sent: in the words of the list of stories, numbers as such or as text. */
    @Schema(
            description =
                    "Of which stories it is told, in the words of the list of stories. Once it was told of a story"
                            + " it hears how that goes on, whatever the story becomes.")
    record Filter(
            @Nullable String language,
            @Nullable String publisher,
            @Nullable String agency,
            @Nullable String q,
            @Schema(minimum = "1") @Nullable Integer minArticles) {

        /** @param words notes what was not understood */
        private static WebhookFilter read(QueryWords words) {
            return new WebhookFilter(
                    words.text("language").orElse(null),
                    words.text("publisher").orElse(null),
                    words.text("agency").orElse(null),
                    words.text("q").orElse(null),
                    words.number("minArticles", 1, MOST_ARTICLES)
                            .map(Math::toIntExact)
                            .orElse(null));
        }

        private QueryWords words() {
            Map<String, List<String>> words = new HashMap<>();
            put(words, "language", language);
            put(words, "publisher", publisher);
            put(words, "agency", agency);
            put(words, "q", q);
            put(words, "minArticles", minArticles);
            return new QueryWords(words);
        }

        private static void put(Map<String, List<String>> words, String name, @Nullable Object value) {
            if (value != null) {
                words.put(name, List.of(value.toString()));
            }
        }
    }

    /** @throws Refusal when it is not understood */
    Wish making() {
        if (url == null || url.isBlank()) {
            throw Refusal.notUnderstood("\"url\" is missing or empty.");
        }
        if (state != null) {
            throw Refusal.notUnderstood("\"state\" is for changing a webhook; a new one is active.");
        }
        Wish wish = changing();
        return new Wish(
                wish.url(),
                wish.description(),
                null,
                wish.kinds() == null ? KINDS : wish.kinds(),
                wish.filter() == null ? WebhookFilter.ALL : wish.filter());
    }

    /** @throws Refusal when it is not understood */
    Wish changing() {
        return new Wish(
                url == null ? null : bounded("url", url.strip(), LONGEST_URL),
                description == null ? null : bounded("description", description.strip(), LONGEST_DESCRIPTION),
                state == null ? null : state(state),
                kinds == null ? null : kinds(kinds),
                filter == null ? null : filter(filter));
    }

    private static Webhook.State state(String word) {
        return switch (word) {
            case "active" -> Webhook.State.ACTIVE;
            case "paused" -> Webhook.State.PAUSED;
            default -> throw Refusal.notUnderstood("\"state\" is neither active nor paused.");
        };
    }

    private static List<StoryEvent.Kind> kinds(List<@Nullable String> words) {
        if (words.isEmpty()) {
            throw Refusal.notUnderstood("\"kinds\" is empty; leave it out for all.");
        }
        return words.stream().map(WebhookBody::kind).distinct().toList();
    }

    private static StoryEvent.Kind kind(@Nullable String word) {
        return KINDS.stream()
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.notUnderstood(
                        "\"kinds\" holds something that is none of created, joined, revised, merged, split, expired,"
                                + " withdrawn."));
    }

    private static WebhookFilter filter(Filter sent) {
        QueryWords words = sent.words();
        WebhookFilter filter = Filter.read(words);
        Optional<BadParameter> problem = words.problems().stream().findFirst();
        if (problem.isPresent()) {
            throw Refusal.notUnderstood("\"filter.%s\" %s."
                    .formatted(problem.get().name(), problem.get().reason()));
        }
        return filter;
    }

    private static String bounded(String field, String text, int longest) {
        if (text.length() > longest || text.indexOf('\0') >= 0) {
            throw Refusal.notUnderstood("\"%s\" is longer than %d characters or not text.".formatted(field, longest));
        }
        return text;
    }
}
