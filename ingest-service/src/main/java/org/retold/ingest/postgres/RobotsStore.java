package org.retold.ingest.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.retold.ingest.http.RobotsMemory;
import org.retold.ingest.robots.RobotsFile;
import org.retold.outbound.Origin;

/** The robots.txt of all origins, shared by all instances, on the database's clock. */
public final class RobotsStore implements RobotsMemory {

    private static final String RULES = "rules";
    private static final String NONE = "none";
    private static final String OUT_OF_REACH = "out-of-reach";

    private final Jdbi jdbi;

    public RobotsStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<RobotsFile> find(Origin origin) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select kind, content from ingest.robots
                        where origin = :origin and good_until > clock_timestamp()
                        """)
                .bind("origin", origin.address())
                .map((row, context) -> file(row))
                .findOne());
    }

    @Override
    public Optional<RobotsFile> last(Origin origin) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select kind, content from ingest.robots where origin = :origin")
                        .bind("origin", origin.address())
                        .map((row, context) -> file(row))
                        .findOne());
    }

    @Override
    public void keep(Origin origin, RobotsFile file, Duration goodFor) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into ingest.robots (origin, kind, content, good_until)
                        values (:origin, :kind, :content, clock_timestamp() + :goodFor * interval '1 ms')
                        on conflict (origin) do update
                            set kind = excluded.kind, content = excluded.content, good_until = excluded.good_until
                        """)
                .bind("origin", origin.address())
                .bind("kind", kind(file))
                .bind("content", content(file).replace("\0", ""))
                .bind("goodFor", goodFor.toMillis())
                .execute());
    }

    /** Forgets those that nobody asked for again, this long after they stopped being good. */
    public int forgetAfter(Duration unused) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "delete from ingest.robots where good_until < clock_timestamp() - :unused * interval '1 ms'")
                .bind("unused", unused.toMillis())
                .execute());
    }

    private static RobotsFile file(ResultSet row) throws SQLException {
        String content = row.getString("content");
        return switch (row.getString("kind")) {
            case RULES -> new RobotsFile.Rules(content);
            case NONE -> new RobotsFile.None();
            case OUT_OF_REACH -> new RobotsFile.OutOfReach(content);
            default -> throw new IllegalStateException("ingest.robots has a kind that nobody knows");
        };
    }

    private static String kind(RobotsFile file) {
        return switch (file) {
            case RobotsFile.Rules ignored -> RULES;
            case RobotsFile.None ignored -> NONE;
            case RobotsFile.OutOfReach ignored -> OUT_OF_REACH;
        };
    }

    private static String content(RobotsFile file) {
        return switch (file) {
            case RobotsFile.Rules(String text) -> text;
            case RobotsFile.None ignored -> "";
            case RobotsFile.OutOfReach(String reason) -> reason;
        };
    }
}
