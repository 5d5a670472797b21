package org.retold.ingest.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.retold.contract.FeedStatus;
import org.retold.ingest.FeedList;
import org.retold.ingest.FeedList.ImportReport;
import org.retold.ingest.opml.OpmlFeed;
import org.retold.ingest.opml.OpmlReader;
import org.retold.ingest.opml.OpmlWriter;
import org.retold.ingest.postgres.FeedStore;

/** Lists of feeds in and out. */
@Path("/api/v1/feeds")
@RunOnVirtualThread
public final class OpmlResource {

    private static final int LARGEST_LIST = 16 * 1024 * 1024;

    private final FeedStore feeds;
    private final FeedList list;

    OpmlResource(FeedStore feeds, FeedList list) {
        this.feeds = feeds;
        this.list = list;
    }

    @POST
    @Path("/import")
    @Consumes({"text/x-opml", "application/xml", "text/xml", MediaType.APPLICATION_OCTET_STREAM, MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    public ImportReport importList(InputStream body) throws IOException {
        return OpmlReader.read(BoundedBody.read(body, LARGEST_LIST))
                .map(list::add)
                .orElseThrow(() -> new ProblemException(422, "the body is not OPML: it has no <opml> element"));
    }

    @GET
    @Path("/export")
    @Produces("text/x-opml")
    public Response exportList() {
        List<OpmlFeed> all = feeds.all().stream()
                .filter(feed -> feed.state() != FeedStatus.State.GONE)
                .map(feed ->
                        new OpmlFeed(feed.movedTo() == null ? feed.url() : feed.movedTo(), feed.title(), feed.folder()))
                .toList();
        return Response.ok(OpmlWriter.write(all))
                .header("Content-Disposition", "attachment; filename=\"retold-feeds.opml\"")
                .build();
    }
}
