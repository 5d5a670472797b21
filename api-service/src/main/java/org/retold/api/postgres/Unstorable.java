package org.retold.api.postgres;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Set;
import org.retold.api.arrival.Arrival;
import org.retold.contract.Json;
import org.retold.contract.Rejection;

/** Tells records that PostgreSQL will never take from troubles that pass. */
final class Unstorable {

    /** Classes of SQLSTATE: data exception, constraint violated, program limit exceeded. */
    private static final Set<String> FOR_GOOD = Set.of("22", "23", "54");

    private final InstantSource clock;

    Unstorable(InstantSource clock) {
        this.clock = clock;
    }

    static boolean isTheCauseOf(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return state.length() == 5 && FOR_GOOD.contains(state.substring(0, 2));
            }
        }
        return false;
    }

    Rejection rejection(Arrival<?> arrival, Exception problem) {
        byte[] original = Json.write(arrival.value());
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        return new Rejection(
                "api-service",
                "not-storable",
                String.valueOf(cause.getMessage()).lines().findFirst().orElse("The database refuses it."),
                arrival.source().topic(),
                arrival.source().partition(),
                arrival.offset(),
                arrival.key(),
                null,
                Rejection.kept(original),
                original != null && original.length > Rejection.MAX_ORIGINAL_BYTES,
                clock.instant());
    }
}
