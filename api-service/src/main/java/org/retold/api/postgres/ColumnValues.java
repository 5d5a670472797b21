package org.retold.api.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is put into a table at once, column by column: PostgreSQL reads a few arrays sooner than a statement of many rows. */
record ColumnValues<T>(Collection<T> rows) {

    <V extends @Nullable Object> List<V> of(Function<T, V> column) {
        List<V> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(column.apply(row)));
        return values;
    }
}
