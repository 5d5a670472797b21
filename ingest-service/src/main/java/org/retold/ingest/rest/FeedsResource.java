package org.retold.ingest.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.contract.FeedStatus;
import org.retold.contract.FeedStatus.State;
import org.retold.ingest.FeedList;
import org.retold.ingest.poll.Feed;
import org.retold.ingest.postgres.FeedStore;

/** The feeds that are read, and how they are. */
@Path("/api/v1/feeds")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class FeedsResource {

    private static final int MOST = 200;
    private static final int LARGEST_BODY = 64 * 1024;

    private final FeedStore feeds;
    private final FeedList list;
    private final InstantSource clock;

    FeedsResource(FeedStore feeds, FeedList list, InstantSource clock) {
        this.feeds = feeds;
        this.list = list;
        this.clock = clock;
    }

    @GET
    public FeedPage list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = limit(limit);
        if (cursor != null && !isId(cursor)) {
            throw new ProblemException(400, "\"cursor\" must be the \"next\" of the page before");
        }
        List<Feed> found = feeds.list(cursor, state == null ? null : state(state), size + 1);
        List<FeedStatus> page = found.stream()
                .limit(size)
                .map(feed -> feed.status(clock.instant()))
                .toList();
        return new FeedPage(page, found.size() > size ? page.getLast().id() : null);
    }

    @GET
    @Path("/{id}")
    public FeedStatus find(@PathParam("id") String id) {
        return Optional.of(id)
                .filter(FeedsResource::isId)
                .flatMap(feeds::find)
                .map(feed -> feed.status(clock.instant()))
                .orElseThrow(() -> new ProblemException(404, "there is no feed " + id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(InputStream body) throws IOException, InterruptedException {
        NewFeed feed = NewFeed.read(BoundedBody.read(body, LARGEST_BODY));
        if (feed.url() == null || feed.url().isBlank()) {
            throw new ProblemException(400, "\"url\" is missing or empty");
        }
        return switch (list.add(feed.url(), feed.folder())) {
            case FeedList.Addition.Refused(String reason) -> throw new ProblemException(422, reason);
            case FeedList.Addition.Listed listed ->
                Response.status(listed.isNew() ? 201 : 200)
                        .location(URI.create("/api/v1/feeds/" + listed.id()))
                        .entity(find(listed.id()))
                        .build();
        };
    }

    @DELETE
    @Path("/{id}")
    public Response remove(@PathParam("id") String id) {
        if (!isId(id) || !feeds.remove(id)) {
            throw new ProblemException(404, "there is no feed " + id);
        }
        return Response.noContent().build();
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-f]{32}");
    }

    private static int limit(String limit) {
        if (!limit.matches("\\d{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST) {
            throw new ProblemException(400, "\"limit\" must be a number from 1 to %d".formatted(MOST));
        }
        return Integer.parseInt(limit);
    }

    private static State state(String word) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(400, "\"state\" must be one of new, healthy, failing, silent, gone"));
    }
}
