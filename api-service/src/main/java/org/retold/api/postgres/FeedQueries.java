package org.retold.api.postgres;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.retold.contract.FeedStatus;

/** How the feeds are. */
public final class FeedQueries {

    private final Jdbi jdbi;

    public FeedQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By title. */
    public List<FeedStatus> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select body from feed order by title, id")
                .map((row, context) -> Rows.required(Columns.read(FeedStatus.class, row, "body")))
                .list());
    }
}
