package org.retold.api.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How PostgreSQL would go about a statement.
 *
 * @param site the class and method that runs it
 * @param root as {@code explain (format json)} tells it
 */
record Plan(String site, String statement, JsonNode root) {

    /** Tables of a few rows, whatever there is. */
    private static final Set<String> SMALL = Set.of("reader_position", "outlet_count", "pg_namespace");

    /** What needs all of what is below it before it says anything. */
    private static final Set<String> READ_WHOLE = Set.of("Sort", "Aggregate", "Hash", "BitmapOr", "BitmapAnd");

    /** Where it reads a table, or an index, from one end to the other. */
    List<String> longWays() {
        List<String> found = new ArrayList<>();
        look(root.get(0).get("Plan"), false, found);
        return found;
    }

    private void look(JsonNode node, boolean limited, List<String> found) {
        String kind = node.path("Node Type").asText();
        String table = node.path("Relation Name").asText();
        boolean walks = kind.startsWith("Index") && node.path("Index Cond").isMissingNode() && !limited;
        if ((kind.equals("Seq Scan") || walks) && !SMALL.contains(table) && !table.startsWith("webhook")) {
            found.add("%s: %s on %s, in: %s".formatted(site, kind, table, statement.replaceAll("\\s+", " ")));
        }
        boolean stopsEarly = kind.equals("Limit") || (limited && !READ_WHOLE.contains(kind));
        node.path("Plans").forEach(child -> look(child, stopsEarly, found));
    }
}
