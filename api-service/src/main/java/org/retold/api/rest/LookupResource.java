package org.retold.api.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.retold.api.kafka.LookupLine;
import org.retold.api.kafka.LookupLine.Reply;
import org.retold.api.postgres.ArticleQueries;
import org.retold.api.postgres.StoryQueries;
import org.retold.api.story.ArticleDetail;
import org.retold.api.story.FoundStory;
import org.retold.api.story.LookupResult;
import org.retold.api.story.StoryDetail;
import org.retold.contract.LookupAnswer;

/** Says which story a text belongs to, without keeping the text. */
@Path("/api/v1/lookup")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stories")
final class LookupResource {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final LookupLine line;
    private final ArticleQueries articles;
    private final StoryQueries stories;
    private final InstantSource clock;

    LookupResource(LookupLine line, ArticleQueries articles, StoryQueries stories, InstantSource clock) {
        this.line = line;
        this.articles = articles;
        this.stories = stories;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            operationId = "lookUp",
            summary = "Which story does this text belong to?",
            description = "A text is compared with all known articles and then forgotten. Of a known article, named by"
                    + " its URL, it is said whether others tell the same report. Needs no token.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LookupBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The story with the strongest evidence, or that there is none.",
            content = @Content(schema = @Schema(implementation = LookupResult.class)))
    @APIResponse(
            responseCode = "400",
            description = "The body was not understood.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No article at this URL is known.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "Kafka did not take it, or too many ask.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "504",
            description = "Nobody answered within three seconds.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response lookUp(@Context UriInfo uri, InputStream body) throws IOException, InterruptedException {
        Optional<Response> refusal = Parameters.none(uri);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        LookupBody asked = LookupBody.read(body);
        String url = asked.knownUrl();
        return JsonAnswer.unkept(url == null ? ofText(asked) : ofKnown(url));
    }

    private LookupResult ofText(LookupBody asked) throws InterruptedException {
        Reply reply = line.ask(asked.lookup(UUID.randomUUID().toString(), clock.instant()), PATIENCE);
        return switch (reply) {
            case Reply.Answered(LookupAnswer answer) -> of(answer);
            case Reply.Late() ->
                throw new Refusal(
                        Response.Status.GATEWAY_TIMEOUT, "dedupe-service did not answer within three seconds.");
            case Reply.Busy() ->
                throw new Refusal(Response.Status.SERVICE_UNAVAILABLE, "Too many ask already; ask again soon.");
        };
    }

    private LookupResult of(LookupAnswer answer) {
        return switch (answer.outcome()) {
            case TOO_SHORT -> LookupResult.tooShort();
            case NOT_TOLD, UNKNOWN -> LookupResult.notTold();
            case TOLD ->
                story(Objects.requireNonNull(answer.storyId()))
                        .map(story -> LookupResult.told(story, answer.evidence(), answer.lateBy(), now()))
                        .orElseThrow(() -> new Refusal(
                                Response.Status.GATEWAY_TIMEOUT, "Its story is not shown here yet; ask again soon."));
        };
    }

    private LookupResult ofKnown(String url) {
        ArticleDetail article = articles.byUrl(url)
                .orElseThrow(() ->
                        new Refusal(Response.Status.NOT_FOUND, "No article at this URL is known here; send its text."));
        return Optional.ofNullable(article.storyId())
                .flatMap(this::story)
                .filter(story -> story.articleCount() > 1)
                .map(story -> LookupResult.told(story, article.evidence(), article.lateBy(), now()))
                .orElseGet(LookupResult::notTold);
    }

    private Optional<StoryDetail> story(String id) {
        return switch (stories.find(id)) {
            case FoundStory.Here(StoryDetail story) -> Optional.of(story);
            case FoundStory.MergedInto(String survivor) -> story(survivor);
            case FoundStory.Expired() -> Optional.empty();
            case FoundStory.Unknown() -> Optional.empty();
        };
    }

    private Instant now() {
        return clock.instant();
    }
}
