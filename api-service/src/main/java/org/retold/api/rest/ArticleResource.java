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
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.retold.api.postgres.ArticleQueries;
import org.retold.api.postgres.TakedownQueries;
import org.retold.api.story.ArticleDetail;
import org.retold.api.story.QueryWords;

/** Shows one article and the story it is in. */
@Path("/api/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "articles", description = "What a reader would read, and what it says about its source.")
final class ArticleResource {

    private final ArticleQueries articles;
    private final TakedownQueries takedowns;

    ArticleResource(ArticleQueries articles, TakedownQueries takedowns) {
        this.articles = articles;
        this.takedowns = takedowns;
    }

    @GET
    @Operation(
            operationId = "findArticle",
            summary = "The article at a URL, and the story it is in",
            description = "Any spelling of the address will do; of several articles the one with this very spelling.")
    @Parameter(
            name = "url",
            in = ParameterIn.QUERY,
            required = true,
            description =
                    "The article's address, or one that it had before; scheme, www., fragment and tracking parameters"
                            + " do not count.",
            schema = @Schema(type = SchemaType.STRING),
            example = "https://example.org/article123")
    @APIResponse(
            responseCode = "200",
            description = "The article, with a weak ETag.",
            content = @Content(schema = @Schema(implementation = ArticleDetail.class)))
    @APIResponse(
            responseCode = "400",
            description = "No URL, or unknown parameters.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such article.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "410",
            description = "The article was taken down.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response byUrl(@Context UriInfo uri, @Context Request request) {
        QueryWords words = Parameters.words(uri);
        Optional<String> url = words.text("url");
        if (url.isEmpty() && !words.hasProblems()) {
            words.refuse("url", "is needed");
        }
        return Parameters.refusal(words, uri)
                .orElseGet(() -> answer(
                        url.flatMap(articles::byUrl),
                        () -> url.filter(takedowns::isUrl).isPresent(),
                        uri,
                        request));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getArticle",
            summary = "One article with its text, and the story it is in",
            description =
                    "Where a setting says so, `paragraphs` are no more than the beginning, and `excerpt` is true.")
    @APIResponse(
            responseCode = "200",
            description = "The article, with a weak ETag.",
            content = @Content(schema = @Schema(implementation = ArticleDetail.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such article.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "410",
            description = "The article was taken down.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response byId(
            @Parameter(ref = "article") @PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
        return Parameters.none(uri)
                .orElseGet(() -> answer(articles.byId(id), () -> takedowns.isArticle(id), uri, request));
    }

    private static Response answer(
            Optional<ArticleDetail> found, BooleanSupplier takenDown, UriInfo uri, Request request) {
        return found.map(article -> JsonAnswer.of(article, request))
                .orElseGet(() -> (takenDown.getAsBoolean()
                                ? Problem.of(Response.Status.GONE, "This article was taken down.")
                                : Problem.of(Response.Status.NOT_FOUND, "There is no such article."))
                        .at(uri.getRequestUri().getPath())
                        .response());
    }
}
