package org.retold.api.web;

import io.quarkus.qute.TemplateInstance;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.retold.api.postgres.ArticleQueries;
import org.retold.api.postgres.FeedQueries;
import org.retold.api.postgres.StoryQueries;
import org.retold.api.postgres.TakedownQueries;
import org.retold.api.story.ArticleDetail;
import org.retold.api.story.Asked;
import org.retold.api.story.BadParameter;
import org.retold.api.story.FoundStory;
import org.retold.api.story.QueryWords;
import org.retold.api.story.StoryDetail;
import org.retold.api.story.StoryPage;
import org.retold.api.story.StoryQuery;
import org.retold.api.story.StoryQueryReader;

/** The pages: the list, one story, two articles side by side, the feeds. An editor sees what was retold first; all stories are one click away. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
final class PageResource {

    private static final int RETOLD = 2;
    private static final int STORIES_ON_A_PAGE = 30;
    private static final String CACHE_CONTROL = "public, max-age=2, must-revalidate";

    private final StoryQueries stories;
    private final ArticleQueries articles;
    private final FeedQueries feeds;
    private final TakedownQueries takedowns;
    private final ErrorPages errors;
    private final InstantSource clock;
    private final StoryQueryReader queries = new StoryQueryReader(RETOLD, STORIES_ON_A_PAGE);

    PageResource(
            StoryQueries stories,
            ArticleQueries articles,
            FeedQueries feeds,
            TakedownQueries takedowns,
            ErrorPages errors,
            InstantSource clock) {
        this.stories = stories;
        this.articles = articles;
        this.feeds = feeds;
        this.takedowns = takedowns;
        this.errors = errors;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response list(@Context UriInfo uri, @Context HttpHeaders headers) {
        Map<String, List<String>> parameters = Map.copyOf(uri.getQueryParameters());
        Tongue tongue = Tongues.of(headers);
        return switch (queries.read(parameters)) {
            case Asked.Understood<StoryQuery>(StoryQuery query) ->
                list(query, parameters, tongue, Frame.of(uri, tongue, "stories"));
            case Asked.NotUnderstood<StoryQuery>(var problems) -> notUnderstood(problems, uri, headers);
        };
    }

    @GET
    @Path("stories/{id}")
    @Operation(hidden = true)
    public Response story(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        Tongue tongue = Tongues.of(headers);
        return switch (stories.find(id)) {
            case FoundStory.Here(StoryDetail story) -> story(story, tongue, Frame.of(uri, tongue, ""));
            case FoundStory.MergedInto(String survivor) ->
                Response.status(Response.Status.PERMANENT_REDIRECT)
                        .location(UriBuilder.fromPath("/stories/{id}").build(survivor))
                        // It may be split off again and live.
                        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .build();
            case FoundStory.Expired() -> errors.of(Response.Status.GONE.getStatusCode(), "", uri, headers);
            case FoundStory.Unknown() -> errors.of(Response.Status.NOT_FOUND.getStatusCode(), "", uri, headers);
        };
    }

    /** Two articles side by side; they need not be in one story. */
    @GET
    @Path("compare")
    @Operation(hidden = true)
    public Response compare(@Context UriInfo uri, @Context HttpHeaders headers) {
        QueryWords words = new QueryWords(Map.copyOf(uri.getQueryParameters()));
        String left = words.text("left").orElse("");
        String right = words.text("right").orElse("");
        if (left.isEmpty() || right.isEmpty() || left.equals(right)) {
            words.refuse("left, right", "name two articles");
        }
        List<BadParameter> problems = words.problems();
        return problems.isEmpty() ? compare(left, right, uri, headers) : notUnderstood(problems, uri, headers);
    }

    @GET
    @Path("feeds")
    @Operation(hidden = true)
    public Response feeds(@Context UriInfo uri, @Context HttpHeaders headers) {
        Tongue tongue = Tongues.of(headers);
        FeedsView view = FeedsView.of(feeds.all(), tongue, clock.instant());
        return ok(Templates.feeds(view, Frame.of(uri, tongue, "feeds")), tongue);
    }

    private Response notUnderstood(List<BadParameter> problems, UriInfo uri, HttpHeaders headers) {
        return errors.notUnderstood(problems, uri, headers);
    }

    private Response compare(String left, String right, UriInfo uri, HttpHeaders headers) {
        Optional<ArticleDetail> one = articles.byId(left);
        Optional<ArticleDetail> other = articles.byId(right);
        if (one.isEmpty() || other.isEmpty()) {
            return takedowns.isArticle(left) || takedowns.isArticle(right)
                    ? errors.withdrawn(uri, headers)
                    : errors.of(Response.Status.NOT_FOUND.getStatusCode(), "", uri, headers);
        }
        Tongue tongue = Tongues.of(headers);
        ComparisonView view = ComparisonPages.of(one.get(), other.get(), articles.texts(List.of(left, right)), tongue);
        return ok(Templates.comparison(view, Frame.of(uri, tongue, "")), tongue);
    }

    private Response list(StoryQuery query, Map<String, List<String>> parameters, Tongue tongue, Frame frame) {
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
        return ok(Templates.stories(view, frame), tongue);
    }

    private Response story(StoryDetail story, Tongue tongue, Frame frame) {
        StoryView view = StoryPages.of(story, articles.texts(Reasons.textsNeeded(story)), tongue, clock.instant());
        return ok(Templates.story(view, frame), tongue);
    }

    private static Response ok(TemplateInstance page, Tongue tongue) {
        return Pages.answer(Response.Status.OK.getStatusCode(), page, tongue, CACHE_CONTROL);
    }
}
