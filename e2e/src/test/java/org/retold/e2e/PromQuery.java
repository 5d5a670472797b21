package org.retold.e2e;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an expression of PromQL asks for, as far as our own expressions go. */
record PromQuery(List<Wanted> wanted, Set<String> grouping) {

    /** Labels that Prometheus itself adds, or that a histogram always has. */
    private static final Set<String> GIVEN = Set.of("job", "instance", "le", "alertstate", "alertname");

    private static final Pattern METRIC =
            Pattern.compile("\\b((?:retold|jvm|process|http_server|kafka|worker_pool)_[a-z0-9_]+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)(=~|!=|!~|=)\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");

    /**
     * A series.
     *
     * @param equal labels with the value they must have
     * @param present labels that must be there
     */
    record Wanted(String metric, Map<String, String> equal, Set<String> present) {}

    static PromQuery of(String expression) {
        List<Wanted> wanted = new ArrayList<>();
        Matcher metrics = METRIC.matcher(expression);
        while (metrics.find()) {
            Map<String, String> equal = new LinkedHashMap<>();
            Set<String> present = new LinkedHashSet<>();
            Matcher matchers = MATCHER.matcher(metrics.group(2) == null ? "" : metrics.group(2));
            while (matchers.find()) {
                if (GIVEN.contains(matchers.group(1))) {
                    continue;
                }
                present.add(matchers.group(1));
                if (matchers.group(2).equals("=")) {
                    equal.put(matchers.group(1), matchers.group(3));
                }
            }
            wanted.add(new Wanted(metrics.group(1), equal, present));
        }
        Set<String> grouping = new LinkedHashSet<>();
        Matcher groups = GROUPING.matcher(expression);
        while (groups.find()) {
            for (String label : groups.group(1).split(",", -1)) {
                if (!GIVEN.contains(label.strip())) {
                    grouping.add(label.strip());
                }
            }
        }
        return new PromQuery(wanted, grouping);
    }
}
