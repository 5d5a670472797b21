package org.retold.api.postgres;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.retold.contract.Correction;

/** What operators said and did not take back. */
public final class CorrectionQueries {

    private final Jdbi jdbi;

    public CorrectionQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The latest word first. */
    public List<Correction> latest(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select body from correction order by position desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> Rows.required(Columns.read(Correction.class, row, "body")))
                .list());
    }

    /** The corrections of one ruling, in the order in which they were given; none where it was not given, or taken back. */
    public List<Correction> of(String rulingId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select body from correction where id = :id or starts_with(id, :id || '.') order by position
                        """)
                .bind("id", rulingId)
                .map((row, context) -> Rows.required(Columns.read(Correction.class, row, "body")))
                .list());
    }
}
