package org.retold.api.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.retold.api.postgres.HistoryQueries;
import org.retold.api.postgres.StoryQueries;
import org.retold.api.story.Asked;
import org.retold.api.story.FoundStory;
import org.retold.api.story.StoryDetail;
import org.retold.api.story.StoryQuery;
import org.retold.api.story.StoryQueryReader;
import org.retold.contract.StoryEvent;

/** Lists stories, shows one, and tells what happened to it. */
@Path("/api/v1/stories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stories", description = "All articles that derive from one source report.")
final class StoryResource {

    private final StoryQueries stories;
    private final HistoryQueries history;
    private final StoryQueryReader queries = new StoryQueryReader(1, StoryQuery.DEFAULT_LIMIT);

    StoryResource(StoryQueries stories, HistoryQueries history) {
        this.stories = stories;
        this.history = history;
    }

    @GET
    @Operation(
            operationId = "listStories",
            summary = "Stories, newest change first",
            description = "Filters combine. Follow `next` as `cursor` with the same filters and order. A walk over"
                    + " `sort=first` neither skips nor repeats; one over `sort=updated` may miss what moves meanwhile:"
                    + " to follow every change, walk `updatedSince`, which goes upwards and never skips.")
    @Parameter(
            name = "since",
            in = ParameterIn.QUERY,
            description = "Updated then or later: a date (its start in UTC) or a time, ISO 8601.",
            schema = @Schema(type = SchemaType.STRING),
            example = "2024-02-13T08:30:00Z")
    @Parameter(
            name = "until",
            in = ParameterIn.QUERY,
            description = "Updated before: a date (its start in UTC) or a time, ISO 8601.",
            schema = @Schema(type = SchemaType.STRING),
            example = "2024-02-14")
    @Parameter(
            name = "updatedSince",
            in = ParameterIn.QUERY,
            description = "Changed by a later decision than the one with this number (`change` of a story or of the"
                    + " statistics). Lists the oldest change first; does not go with `sort`.",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
    @Parameter(
            name = "language",
            in = ParameterIn.QUERY,
            description = "One of the articles is in it: two letters, ISO 639-1.",
            schema = @Schema(type = SchemaType.STRING),
            example = "fr")
    @Parameter(
            name = "publisher",
            in = ParameterIn.QUERY,
            description = "One of the articles is by it: the publisher's name or its registrable host; case and accents"
                    + " do not count.",
            schema = @Schema(type = SchemaType.STRING),
            example = "example.org")
    @Parameter(
            name = "agency",
            in = ParameterIn.QUERY,
            description = "The agency that most of the articles credit; case and accents do not count.",
            schema = @Schema(type = SchemaType.STRING),
            example = "Reuters")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "One of the articles says this: words, \"quoted phrases\", or, -without. Words are stemmed in"
                    + " the article's language; accents and elisions do not count.",
            schema = @Schema(type = SchemaType.STRING),
            example = "\"black sea\" grain -wheat")
    @Parameter(
            name = "minArticles",
            in = ParameterIn.QUERY,
            description = "Has at least so many articles.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "`updated`: newest change first. `first`: the one first published last comes first."
                    + " `size`: most articles first.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"updated", "first", "size"},
                            defaultValue = "updated"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "At most so many stories.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The `next` of the page before.",
            schema = @Schema(type = SchemaType.STRING))
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
                JsonAnswer.of(StoryList.of(stories.list(query)), request);
            case Asked.NotUnderstood<StoryQuery>(var problems) ->
                Problem.badParameters(problems)
                        .at(uri.getRequestUri().getPath())
                        .response();
        };
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getStory", summary = "One story with its articles and why they are together")
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
            @Parameter(description = "The story's id.") @PathParam("id") String id,
            @Context UriInfo uri,
            @Context Request request) {
        return Parameters.none(uri).orElseGet(() -> switch (stories.find(id)) {
            case FoundStory.Here(StoryDetail story) -> JsonAnswer.of(story, request);
            case FoundStory.MergedInto(String survivor) ->
                Response.status(Response.Status.PERMANENT_REDIRECT)
                        .location(UriBuilder.fromPath("/api/v1/stories/{id}").build(survivor))
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
            @Parameter(description = "The story's id.") @PathParam("id") String id,
            @Context UriInfo uri,
            @Context Request request) {
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
