package org.retold.api.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What is read of a row. */
interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
}
