package org.retold.api.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.retold.api.postgres.StoryQueries;
import org.retold.api.story.Asked;
import org.retold.api.story.StoryPage;
import org.retold.api.story.StoryQuery;
import org.retold.api.story.StoryQueryReader;
import org.retold.api.syndication.JsonFeed;
import org.retold.api.syndication.StoryFeed;
import org.retold.api.syndication.XmlFeeds;

/** Any list of stories as a feed, for feed readers. */
@Path("/api/v1")
@Tag(name = "stories")
final class SyndicationResource {

    private static final String RSS = "application/rss+xml";
    private static final String ATOM = "application/atom+xml";
    private static final String JSON_FEED = "application/feed+json";

    private static final Set<String> PAGING = Set.of("cursor", "limit");

    private final StoryQueries stories;
    private final StoryQueryReader queries = new StoryQueryReader(1, StoryQuery.DEFAULT_LIMIT);

    SyndicationResource(StoryQueries stories) {
        this.stories = stories;
    }

    @GET
    @Polled
    @Path("/stories.{format: rss|atom|json}")
    @Produces({RSS, ATOM, JSON_FEED})
    @Operation(
            operationId = "syndicateStories",
            summary = "Stories as a feed: RSS 2.0, Atom 1.0 or JSON Feed 1.1",
            description = "The same list, with the same filters. A story's `guid` or `id` stays while it lives, and its"
                    + " date is that of its newest change (`pubDate`, `updated`, `date_modified`). The `id` of an Atom"
                    + " feed is that of the list, whatever page and address. Atom (`rel=next`) and"
                    + " JSON Feed (`next_url`) link the next page.")
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
            description = "The feed, with a weak ETag.",
            content = {
                @Content(mediaType = RSS, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ATOM, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = JSON_FEED, schema = @Schema(implementation = JsonFeed.class))
            })
    @APIResponse(responseCode = "304", description = "Nothing changed since the ETag in If-None-Match.")
    @APIResponse(
            responseCode = "400",
            description = "Unknown parameters or values that were not understood.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response list(
            @Parameter(
                            description = "Which feed format.",
                            example = "rss",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"rss", "atom", "json"}))
                    @PathParam("format")
                    String format,
            @Context UriInfo uri,
            @Context Request request) {
        return switch (queries.read(Map.copyOf(uri.getQueryParameters()))) {
            case Asked.Understood<StoryQuery>(StoryQuery query) ->
                answer(format, feed(stories.list(query), uri), request);
            case Asked.NotUnderstood<StoryQuery>(var problems) ->
                Problem.badParameters(problems)
                        .at(uri.getRequestUri().getPath())
                        .response();
        };
    }

    private static Response answer(String format, StoryFeed feed, Request request) {
        return switch (format) {
            case "rss" -> TaggedAnswer.of(XmlFeeds.rss(feed), utf8(RSS), request);
            case "atom" -> TaggedAnswer.of(XmlFeeds.atom(feed), utf8(ATOM), request);
            default -> TaggedAnswer.of(JsonAnswer.sparse(JsonFeed.of(feed)), MediaType.valueOf(JSON_FEED), request);
        };
    }

    private static StoryFeed feed(StoryPage page, UriInfo uri) {
        URI next = page.next() == null
                ? null
                : uri.getRequestUriBuilder()
                        .replaceQueryParam("cursor", page.next().word())
                        .build();
        return StoryFeed.of(page.items(), filter(uri), uri.getRequestUri(), uri.getBaseUri(), next);
    }

    /** Which list it is; not which page of it, and how long that is. */
    private static SortedMap<String, String> filter(UriInfo uri) {
        SortedMap<String, String> filter = new TreeMap<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (!PAGING.contains(name) && !values.getFirst().isBlank()) {
                filter.put(name, values.getFirst());
            }
        });
        return filter;
    }

    private static MediaType utf8(String type) {
        return MediaType.valueOf(type).withCharset("utf-8");
    }
}
