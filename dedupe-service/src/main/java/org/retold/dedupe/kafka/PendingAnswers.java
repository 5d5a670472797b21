package org.retold.dedupe.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.retold.dedupe.shard.ShardAnswer;

/**
 * Waits until every shard has answered. Each shard answers in arrival order, so whoever is complete first is the
 * earliest that is not decided: the last shard to answer has answered all before.
 */
final class PendingAnswers {

    private final KeyValueStore<String, List<ShardAnswer>> store;
    private final int shards;
    private int waiting;

    PendingAnswers(KeyValueStore<String, List<ShardAnswer>> store, int shards) {
        this.store = store;
        this.shards = shards;
        try (KeyValueIterator<String, List<ShardAnswer>> all = store.all()) {
            all.forEachRemaining(entry -> waiting++);
        }
    }

    /** All answers, once they are all there. */
    Optional<List<ShardAnswer>> add(ShardAnswer answer) {
        String key = key(answer);
        @Nullable List<ShardAnswer> before = store.get(key);
        List<ShardAnswer> answers = new ArrayList<>(before == null ? List.of() : before);
        if (answers.stream().noneMatch(other -> other.shard() == answer.shard())) {
            answers.add(answer);
        }
        waiting += before == null ? 1 : 0;
        if (answers.size() < shards) {
            store.put(key, answers);
            return Optional.empty();
        }
        if (before != null) {
            store.delete(key);
        }
        waiting--;
        return Optional.of(answers);
    }

    int waiting() {
        return waiting;
    }

    private static String key(ShardAnswer answer) {
        return switch (answer) {
            case ShardAnswer.Compared compared ->
                "article " + compared.arrival().offset();
            case ShardAnswer.Kept kept -> "article " + kept.arrival().offset();
            case ShardAnswer.Found found -> "look-up " + found.lookupId();
        };
    }
}
