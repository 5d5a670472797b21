package org.retold.ingest.poll;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.retold.contract.FirstAddress;
import org.retold.ingest.item.IdentifiedEntry;

/**
 * Finds the entries that a feed tells under another name: a site that turns to clean addresses changes links and guids of
 * all that it ever told. Who left the feed and who came are one if both are of the same date and tell the same; two that
 * are both in the feed are two, whatever they tell.
 */
public final class Renaming {

    private Renaming() {}

    /** Those of the entries whose date says that they may have been told before. */
    public static List<String> dates(List<IdentifiedEntry> entries, Map<String, SeenEntry> seen) {
        return entries.stream()
                .filter(entry -> !seen.containsKey(entry.identity()))
                .flatMap(entry -> Stream.ofNullable(entry.entry().date()))
                .distinct()
                .toList();
    }

    /**
     * What is known, with those that bear another name now.
     *
     * @param entries of the feed as it is now
     * @param seen what is known by the names that they bear now
     * @param left what is known by names that the feed does not tell any more
     */
    public static Map<String, SeenEntry> among(
            List<IdentifiedEntry> entries, Map<String, SeenEntry> seen, Collection<SeenEntry> left) {
        Map<String, SeenEntry> all = new HashMap<>(seen);
        List<SeenEntry> candidates = new ArrayList<>(left);
        Set<FirstAddress> told =
                seen.values().stream().flatMap(known -> first(known).stream()).collect(Collectors.toSet());
        candidates.removeIf(
                gone -> first(gone).filter(first -> !told.contains(first)).isEmpty());
        pair(entries, candidates, all, SeenEntry::tellsTheSame);
        pair(entries, candidates, all, Renaming::tellsTheSameText);
        return all;
    }

    private static void pair(
            List<IdentifiedEntry> entries,
            List<SeenEntry> candidates,
            Map<String, SeenEntry> all,
            BiPredicate<SeenEntry, IdentifiedEntry> same) {
        for (IdentifiedEntry entry : entries) {
            if (!all.containsKey(entry.identity())) {
                Optional<SeenEntry> before = candidates.stream()
                        .filter(gone -> same.test(gone, entry))
                        .findFirst();
                before.ifPresent(gone -> {
                    all.put(entry.identity(), gone);
                    candidates.removeIf(other -> first(other).equals(first(gone)));
                });
            }
        }
    }

    private static boolean tellsTheSameText(SeenEntry gone, IdentifiedEntry entry) {
        return gone.trail() != null && gone.trail().tells(entry);
    }

    private static Optional<FirstAddress> first(SeenEntry entry) {
        return Optional.ofNullable(entry.trail()).map(Trail::first);
    }
}
