package org.retold.api.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.retold.api.correction.Merge;
import org.retold.api.correction.Split;
import org.retold.api.postgres.HistoryQueries;
import org.retold.api.postgres.StoryQueries;
import org.retold.api.story.Asked;
import org.retold.api.story.FoundStory;
import org.retold.api.story.StoryDetail;
import org.retold.api.story.StoryQuery;
import org.retold.api.story.StoryQueryReader;
import org.retold.contract.StoryEvent;

/** Lists stories, shows one, tells what happened to it, and takes operators' corrections. */
@Path("/api/v1/stories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stories", description = "All articles that derive from one source report.")
final class StoryResource {

    private final StoryQueries stories;
    private final HistoryQueries history;
    private final Desk desk;
    private final StoryQueryReader queries = new StoryQueryReader(1, StoryQuery.DEFAULT_LIMIT);

    StoryResource(StoryQueries stories, HistoryQueries history, Desk desk) {
        this.stories = stories;
        this.history = history;
        this.desk = desk;
    }

    @GET
    @Polled
    @Operation(
            operationId = "listStories",
            summary = "Stories, newest change first",
            description = "Filters combine. Follow `next` as `cursor` with the same filters and order. A walk over"
                    + " `sort=first` neither skips nor repeats, because a story stays where it came in: at its first"
                    + " publication as was known then, also where `firstPublished` is another one since. A walk over"
                    + " `sort=updated` may miss what moves meanwhile:"
                    + " to follow every change, walk `updatedSince`, which goes upwards and never skips.")
    @Parameter(ref = "since")
    @Parameter(ref = "until")
    @Parameter(ref = "updatedSince")
    @Parameter(ref = "language")
    @Parameter(ref = "publisher")
    @Parameter(ref = "agency")
    @Parameter(ref = "q")
    @Parameter(ref = "minArticles")
    @Parameter(ref = "sort")
    @Parameter(ref = "limit")
    @Parameter(ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of stories, with a weak ETag.",
            content = @Content(schema = @Schema(implementation = StoryList.class)))
    @APIResponse(responseCode = "304", description = "Nothing changed since the ETag in If-None-Match.")
    @APIResponse(
            responseCode = "400",
            description = "Unknown parameters or values that were not understood.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response list(@Context UriInfo uri, @Context Request request) {
        return switch (queries.read(Map.copyOf(uri.getQueryParameters()))) {
            case Asked.Understood<StoryQuery>(StoryQuery query) ->
                JsonAnswer.ofJson(stories.listShown(query).json(), request);
            case Asked.NotUnderstood<StoryQuery>(var problems) ->
                Problem.badParameters(problems)
                        .at(uri.getRequestUri().getPath())
                        .response();
        };
    }

    @GET
    @Polled
    @Path("/{id}")
    @Operation(
            operationId = "getStory",
            summary = "One story with its articles and why they are together",
            description =
                    "Each article with its relation to the fullest earliest one, how late it is, and its strongest"
                            + " link into the story. Of more than 1,000 articles the first.")
    @APIResponse(
            responseCode = "200",
            description = "The story, with a weak ETag.",
            content = @Content(schema = @Schema(implementation = StoryDetail.class)))
    @APIResponse(responseCode = "304", description = "Nothing changed since the ETag in If-None-Match.")
    @APIResponse(responseCode = "308", description = "It was merged into the story at Location.")
    @APIResponse(
            responseCode = "404",
            description = "No such story.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "410",
            description = "The story expired.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response find(
            @Parameter(ref = "story") @PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
        return Parameters.none(uri).orElseGet(() -> switch (stories.findShown(id)) {
            case FoundStory.Here(byte[] story) -> JsonAnswer.ofJson(story, request);
            case FoundStory.MergedInto(String survivor) ->
                Response.status(Response.Status.PERMANENT_REDIRECT)
                        .location(UriBuilder.fromPath("/api/v1/stories/{id}").build(survivor))
                        // It may be split off again and live.
                        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .build();
            case FoundStory.Expired() -> gone(uri);
            case FoundStory.Unknown() -> unknown(uri);
        });
    }

    @GET
    @Path("/{id}/history")
    @Operation(
            operationId = "getStoryHistory",
            summary = "What happened to a story",
            description = "Also of a story that was merged or expired, as long as its events are kept.")
    @APIResponse(
            responseCode = "200",
            description = "Its events, oldest first.",
            content = @Content(schema = @Schema(implementation = StoryHistory.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such story.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "410",
            description = "The story expired, and so did its events.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response history(
            @Parameter(ref = "story") @PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
        return Parameters.none(uri).orElseGet(() -> {
            List<StoryEvent> events = history.of(id);
            if (!events.isEmpty()) {
                return JsonAnswer.of(new StoryHistory(events), request);
            }
            return switch (stories.find(id)) {
                case FoundStory.Here(var story) -> JsonAnswer.of(new StoryHistory(events), request);
                case FoundStory.MergedInto(var survivor) -> JsonAnswer.of(new StoryHistory(events), request);
                case FoundStory.Expired() -> gone(uri);
                case FoundStory.Unknown() -> unknown(uri);
            };
        });
    }

    @POST
    @Path("/{id}/split")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "operator")
    @Tag(name = "corrections")
    @Operation(
            operationId = "splitStory",
            summary = "Takes articles out of a story, for ever",
            description = "They form a story of their own and are never put back with those that stay. Who has the"
                    + " founding article keeps the id. The stories change soon after the answer.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CorrectionBody.OfSplit.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is written down; Location shows it. The same call again gets the same answer.",
            content = @Content(schema = @Schema(implementation = GivenCorrections.class)))
    @APIResponse(responseCode = "308", description = "The story was merged into the one at Location.")
    @APIResponse(
            responseCode = "400",
            description = "The body was not understood.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "401",
            description = "Not the operator token.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such story.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "410",
            description = "The story expired.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "An article is not in the story, or none would stay.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "Kafka did not take it.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response split(@Parameter(ref = "story") @PathParam("id") String id, @Context UriInfo uri, InputStream body)
            throws IOException {
        Split split = CorrectionBody.SPLIT.read(body).split(desk.now());
        return Parameters.none(uri).orElseGet(() -> switch (stories.find(id)) {
            case FoundStory.Here(StoryDetail story) -> accepted(desk.split(story, split));
            case FoundStory.MergedInto(String survivor) ->
                Response.status(Response.Status.PERMANENT_REDIRECT)
                        .location(UriBuilder.fromPath("/api/v1/stories/{id}/split")
                                .build(survivor))
                        .build();
            case FoundStory.Expired() -> gone(uri);
            case FoundStory.Unknown() -> unknown(uri);
        });
    }

    @POST
    @Path("/{id}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "operator")
    @Tag(name = "corrections")
    @Operation(
            operationId = "mergeStories",
            summary = "Makes several stories one, for ever",
            description = "The oldest keeps its id, whichever is in the address; the others lead to it. The stories"
                    + " change soon after the answer.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CorrectionBody.OfMerge.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is written down; Location shows it. The same call again gets the same answer.",
            content = @Content(schema = @Schema(implementation = GivenCorrections.class)))
    @APIResponse(
            responseCode = "400",
            description = "The body was not understood.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "401",
            description = "Not the operator token.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "One of the stories is not there.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "410",
            description = "One of the stories expired.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "They are one story.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "Kafka did not take it.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response merge(@Parameter(ref = "story") @PathParam("id") String id, @Context UriInfo uri, InputStream body)
            throws IOException {
        Merge merge = CorrectionBody.MERGE.read(body).mergeInto(id, desk.now());
        return Parameters.none(uri).orElseGet(() -> accepted(desk.merge(merge)));
    }

    private static Response accepted(GivenCorrections given) {
        return JsonAnswer.accepted(given)
                .location(UriBuilder.fromPath("/api/v1/corrections/{id}").build(given.id()))
                .build();
    }

    private static Response gone(UriInfo uri) {
        return Problem.of(Response.Status.GONE, "This story has expired.")
                .at(uri.getRequestUri().getPath())
                .response();
    }

    private static Response unknown(UriInfo uri) {
        return Problem.of(Response.Status.NOT_FOUND, "There is no such story.")
                .at(uri.getRequestUri().getPath())
                .response();
    }
}
