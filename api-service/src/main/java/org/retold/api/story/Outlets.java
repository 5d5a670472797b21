package org.retold.api.story;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Story;

/** Who told a story, in which order: first is who is known to have been before the others, else who arrived first. */
public final class Outlets {

    private Outlets() {}

    /** By first publication. */
    public static List<OutletInStory> of(List<Telling> tellings) {
        Map<String, Outlet> byHost = new LinkedHashMap<>();
        tellings.forEach(telling ->
                byHost.computeIfAbsent(telling.publisher().host(), Outlet::new).add(telling));
        List<Outlet> ordered = byHost.values().stream()
                .sorted(Comparator.comparing((Outlet outlet) -> outlet.certain)
                        .thenComparingLong(outlet -> outlet.arrival)
                        .thenComparing(outlet -> outlet.host))
                .toList();
        return ordered.stream().map(outlet -> outlet.after(ordered.getFirst())).toList();
    }

    private static final class Outlet {
        private final String host;
        private final Map<String, Integer> names = new TreeMap<>();
        private final Map<String, Integer> credits = new TreeMap<>();
        private int articles;
        private Instant certain = Instant.MAX;
        private long arrival = Long.MAX_VALUE;
        private @Nullable Instant exact;

        private Outlet(String host) {
            this.host = host;
        }

        private void add(Telling telling) {
            articles++;
            names.merge(telling.publisher().name(), 1, Integer::sum);
            telling.credits().stream().distinct().forEach(agency -> credits.merge(agency, 1, Integer::sum));
            certain = telling.certain().isBefore(certain) ? telling.certain() : certain;
            arrival = Math.min(arrival, telling.arrival());
            Instant its = telling.exact();
            if (its != null && (exact == null || its.isBefore(exact))) {
                exact = its;
            }
        }

        private OutletInStory after(Outlet first) {
            List<Story.Count> name = counts(names);
            return new OutletInStory(
                    host, name.getFirst().name(), articles, equals(first), lag(first), counts(credits));
        }

        private @Nullable Duration lag(Outlet first) {
            if (equals(first) || exact == null || first.exact == null) {
                return null;
            }
            Duration lag = Duration.between(first.exact, exact).truncatedTo(ChronoUnit.SECONDS);
            return lag.isNegative() ? Duration.ZERO : lag;
        }

        /** The most frequent first. */
        private static List<Story.Count> counts(Map<String, Integer> counts) {
            return counts.entrySet().stream()
                    .map(count -> new Story.Count(count.getKey(), count.getValue()))
                    .sorted(Comparator.comparingInt(Story.Count::count).reversed())
                    .toList();
        }
    }
}
