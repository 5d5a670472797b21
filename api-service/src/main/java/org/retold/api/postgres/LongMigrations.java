package org.retold.api.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lets a statement of a migration take as long as it does: with millions of articles that is minutes, and whoever hung up
 * after a minute, as other connections do, would begin it again for ever.
 */
public final class LongMigrations implements Callback {

    private static final int AS_LONG_AS_IT_TAKES = 0;

    private int milliseconds;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        Connection connection = context.getConnection();
        try {
            if (event == Event.BEFORE_EACH_MIGRATE) {
                milliseconds = connection.getNetworkTimeout();
                connection.setNetworkTimeout(Runnable::run, AS_LONG_AS_IT_TAKES);
            } else {
                connection.setNetworkTimeout(Runnable::run, milliseconds);
            }
        } catch (SQLException e) {
            throw new FlywayException("the time that a migration may take cannot be set", e);
        }
    }

    @Override
    public String getCallbackName() {
        return getClass().getSimpleName();
    }
}
