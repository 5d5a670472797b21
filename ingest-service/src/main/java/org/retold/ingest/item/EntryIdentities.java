package org.retold.ingest.item;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.feed.FeedEntry;
import org.retold.ingest.feed.Text;

/**
 * Recognises entries by their guid, and by their link where a feed gives several articles the same guid or none. An
 * entry that is listed twice (SPIP concatenates two lists) counts once.
 */
public final class EntryIdentities {

    private EntryIdentities() {}

    public static List<IdentifiedEntry> of(List<FeedEntry> entries) {
        Set<String> worthless = sharedGuids(entries);
        Map<String, IdentifiedEntry> identified = new LinkedHashMap<>();
        for (FeedEntry entry : entries) {
            String identity = identity(entry, worthless);
            identified.putIfAbsent(
                    identity,
                    new IdentifiedEntry(
                            identity,
                            ItemFingerprint.of(entry),
                            ItemFingerprint.ofText(entry).orElse(null),
                            entry));
        }
        return List.copyOf(identified.values());
    }

    private static String identity(FeedEntry entry, Set<String> worthless) {
        if (entry.guid() != null && !worthless.contains(entry.guid())) {
            return Digest.of("guid", entry.guid());
        }
        if (entry.link() != null) {
            return Digest.of("link", ArticleKey.of(entry.link()).orElse(entry.link()));
        }
        return Digest.of("text", value(entry.title()), value(entry.summary()));
    }

    private static Set<String> sharedGuids(List<FeedEntry> entries) {
        Map<String, String> linkOfGuid = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (FeedEntry entry : entries) {
            if (entry.guid() != null && entry.link() != null) {
                String other = linkOfGuid.putIfAbsent(entry.guid(), entry.link());
                if (other != null && !other.equals(entry.link())) {
                    shared.add(entry.guid());
                }
            }
        }
        return shared;
    }

    private static String value(@Nullable Text text) {
        return text == null ? "" : text.value();
    }
}
