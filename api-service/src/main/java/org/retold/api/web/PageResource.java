package org.retold.api.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.retold.api.postgres.ArticleQueries;
import org.retold.api.postgres.FeedQueries;
import org.retold.api.postgres.StoryQueries;
import org.retold.api.story.Asked;
import org.retold.api.story.FoundStory;
import org.retold.api.story.StoryDetail;
import org.retold.api.story.StoryPage;
import org.retold.api.story.StoryQuery;
import org.retold.api.story.StoryQueryReader;

/** The pages: the list, one story, the feeds. An editor sees what was retold first; all stories are one click away. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
final class PageResource {

    private static final int RETOLD = 2;
    private static final int STORIES_ON_A_PAGE = 30;
    private static final String CACHE_CONTROL = "public, max-age=2, must-revalidate";

    private final StoryQueries stories;
    private final ArticleQueries articles;
    private final FeedQueries feeds;
    private final ErrorPages errors;
    private final InstantSource clock;
    private final StoryQueryReader queries = new StoryQueryReader(RETOLD, STORIES_ON_A_PAGE);

    PageResource(
            StoryQueries stories, ArticleQueries articles, FeedQueries feeds, ErrorPages errors, InstantSource clock) {
        this.stories = stories;
        this.articles = articles;
        this.feeds = feeds;
        this.errors = errors;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response list(@Context UriInfo uri, @Context HttpHeaders headers) {
        Map<String, List<String>> parameters = Map.copyOf(uri.getQueryParameters());
        Tongue tongue = Tongues.of(headers);
        return switch (queries.read(parameters)) {
            case Asked.Understood<StoryQuery>(StoryQuery query) -> list(query, parameters, tongue);
            case Asked.NotUnderstood<StoryQuery>(var problems) ->
                errors.of(
                        Response.Status.BAD_REQUEST.getStatusCode(),
                        problems.stream()
                                .map(problem -> problem.name() + " " + problem.reason())
                                .collect(Collectors.joining("; ")),
                        headers);
        };
    }

    @GET
    @Path("stories/{id}")
    @Operation(hidden = true)
    public Response story(@PathParam("id") String id, @Context HttpHeaders headers) {
        return switch (stories.find(id)) {
            case FoundStory.Here(StoryDetail story) -> story(story, Tongues.of(headers));
            case FoundStory.MergedInto(String survivor) ->
                Response.status(Response.Status.PERMANENT_REDIRECT)
                        .location(UriBuilder.fromPath("/stories/{id}").build(survivor))
                        .build();
            case FoundStory.Expired() -> errors.of(Response.Status.GONE.getStatusCode(), "", headers);
            case FoundStory.Unknown() -> errors.of(Response.Status.NOT_FOUND.getStatusCode(), "", headers);
        };
    }

    @GET
    @Path("feeds")
    @Operation(hidden = true)
    public Response feeds(@Context HttpHeaders headers) {
        Tongue tongue = Tongues.of(headers);
        Instant now = clock.instant();
        List<FeedRow> rows =
                feeds.all().stream().map(feed -> FeedRow.of(feed, tongue, now)).toList();
        return Pages.answer(
                Response.Status.OK.getStatusCode(),
                Templates.feeds(rows, tongue.locale().getLanguage()),
                tongue,
                CACHE_CONTROL);
    }

    private Response list(StoryQuery query, Map<String, List<String>> parameters, Tongue tongue) {
        StoryPage page = stories.list(query);
        FilterForm form = FilterForm.of(parameters, tongue);
        Instant now = clock.instant();
        StoriesView view = new StoriesView(
                form,
                page.items().stream()
                        .map(story -> StoryCard.of(story, tongue, now))
                        .toList(),
                form.href("minArticles", ""),
                form.href("minArticles", "1"),
                form.href("cursor", ""),
                page.next() == null ? null : form.href("cursor", page.next().word()),
                query.after() == null ? null : form.href("cursor", ""));
        return Pages.answer(
                Response.Status.OK.getStatusCode(),
                Templates.stories(view, tongue.locale().getLanguage()),
                tongue,
                CACHE_CONTROL);
    }

    private Response story(StoryDetail story, Tongue tongue) {
        StoryView view = StoryPages.of(story, articles.texts(Reasons.textsNeeded(story)), tongue, clock.instant());
        return Pages.answer(
                Response.Status.OK.getStatusCode(),
                Templates.story(view, tongue.locale().getLanguage()),
                tongue,
                CACHE_CONTROL);
    }
}
