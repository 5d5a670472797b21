package org.retold.dedupe.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.retold.dedupe.shard.ShardAnswer;

/**
 * Waits until every shard has answered. Each shard answers in arrival order, so whoever is complete first is the
 * earliest that is not decided: the last shard to answer has answered all before. What waits is in memory; the store
 * has it for who takes over.
 */
final class PendingAnswers {

    private final KeyValueStore<String, ShardAnswer> store;
    private final int shards;
    private final Map<String, List<ShardAnswer>> waiting = new HashMap<>();

    PendingAnswers(KeyValueStore<String, ShardAnswer> store, int shards) {
        this.store = store;
        this.shards = shards;
        try (KeyValueIterator<String, ShardAnswer> all = store.all()) {
            all.forEachRemaining(entry -> waitingFor(question(entry.value)).add(entry.value));
        }
    }

    /** All answers, once they are all there. */
    Optional<List<ShardAnswer>> add(ShardAnswer answer) {
        String question = question(answer);
        List<ShardAnswer> answers = waitingFor(question);
        if (answers.stream().anyMatch(other -> other.shard() == answer.shard())) {
            return Optional.empty();
        }
        if (answers.size() < shards - 1) {
            answers.add(answer);
            store.put(key(question, answer), answer);
            return Optional.empty();
        }
        waiting.remove(question);
        answers.forEach(other -> store.delete(key(question, other)));
        answers.add(answer);
        return Optional.of(answers);
    }

    int waiting() {
        return waiting.size();
    }

    private List<ShardAnswer> waitingFor(String question) {
        return waiting.computeIfAbsent(question, key -> new ArrayList<>(shards));
    }

    private static String key(String question, ShardAnswer answer) {
        return question + " " + answer.shard();
    }

    private static String question(ShardAnswer answer) {
        return switch (answer) {
            case ShardAnswer.Compared compared ->
                "article " + compared.arrival().offset();
            case ShardAnswer.Kept kept -> "article " + kept.arrival().offset();
            case ShardAnswer.Withdrawn withdrawn ->
                "article " + withdrawn.arrival().offset();
            case ShardAnswer.Found found -> "look-up " + found.lookupId();
        };
    }
}
