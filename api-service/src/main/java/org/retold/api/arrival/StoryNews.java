package org.retold.api.arrival;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;

/**
 * What a batch tells of stories that was not known: at most one snapshot a story, its newest. Nothing that was read
 * before, or that a newer decision replaced, is news.
 *
 * @param snapshots to be shown from now on
 * @param expired stories that are gone, and the change up to which
 */
public record StoryNews(List<Story> snapshots, Map<String, Long> expired) {

    private static final long NEVER = -1;

    public StoryNews {
        snapshots = List.copyOf(snapshots);
        expired = Map.copyOf(expired);
    }

    /**
     * What is known of a story.
     *
     * @param change of the snapshot that is shown; absent when none is
     * @param version of that snapshot
     * @param expiredUpTo snapshots of this change and older ones are not to be shown; absent when it never expired
     */
    public record Known(
            @Nullable Long change,
            @Nullable Long version,
            @Nullable Long expiredUpTo) {

        /** Never heard of. */
        public static final Known NOTHING = new Known(null, null, null);

        /** It was there once, expired, and is not there. */
        public boolean isGone() {
            return change == null && expiredUpTo != null;
        }
    }

    /** @param known what is known of the stories in these arrivals */
    public static StoryNews of(
            List<Arrival<Story>> stories, List<Arrival<StoryEvent>> events, Map<String, Known> known) {
        Map<String, Candidate> candidates = new TreeMap<>();
        for (Arrival<Story> arrival : stories) {
            Candidate candidate = candidates.computeIfAbsent(
                    arrival.key(), id -> new Candidate(known.getOrDefault(id, Known.NOTHING)));
            if (arrival.isTombstone()) {
                candidate.expire(candidate.change);
            } else {
                candidate.offer(arrival.told());
            }
        }
        for (Arrival<StoryEvent> arrival : events) {
            StoryEvent event = arrival.told();
            if (event.kind() == StoryEvent.Kind.EXPIRED) {
                candidates
                        .computeIfAbsent(event.storyId(), id -> new Candidate(known.getOrDefault(id, Known.NOTHING)))
                        .expire(event.change());
            }
        }
        return of(candidates);
    }

    /** The stories these arrivals are about. */
    public static Collection<String> subjects(List<Arrival<Story>> stories, List<Arrival<StoryEvent>> events) {
        Map<String, Boolean> ids = new HashMap<>();
        stories.forEach(arrival -> ids.put(arrival.key(), true));
        events.stream()
                .filter(arrival -> arrival.told().kind() == StoryEvent.Kind.EXPIRED)
                .forEach(arrival -> ids.put(arrival.key(), true));
        return ids.keySet();
    }

    private static StoryNews of(Map<String, Candidate> candidates) {
        List<Story> snapshots = candidates.values().stream()
                .map(candidate -> candidate.snapshot)
                .filter(snapshot -> snapshot != null)
                .toList();
        Map<String, Long> expired = new HashMap<>();
        candidates.forEach((id, candidate) -> {
            if (candidate.expiryIsNew) {
                expired.put(id, candidate.expiredUpTo);
            }
        });
        return new StoryNews(snapshots, expired);
    }

    /** One story while the arrivals are gone through. */
    private static final class Candidate {
        private @Nullable Story snapshot;
        private long change;
        private long version;
        private long expiredUpTo;
        private boolean expiryIsNew;

        private Candidate(Known known) {
            change = known.change() == null ? NEVER : known.change();
            version = known.version() == null ? NEVER : known.version();
            expiredUpTo = known.expiredUpTo() == null ? NEVER - 1 : known.expiredUpTo();
        }

        private void offer(Story story) {
            boolean newer = story.change() > change || (story.change() == change && story.version() > version);
            if (newer && story.change() > expiredUpTo) {
                snapshot = story;
                change = story.change();
                version = story.version();
            }
        }

        private void expire(long upTo) {
            if (upTo > expiredUpTo) {
                expiredUpTo = upTo;
                expiryIsNew = true;
            }
            if (snapshot != null && snapshot.change() <= expiredUpTo) {
                snapshot = null;
            }
        }
    }
}
