package org.retold.dedupe.kafka;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was read or written lately, so that it is not read again. */
final class Recent<V> {

    private final Map<String, V> values;

    /** @param most values that are held; whoever was not asked for the longest goes first */
    Recent(int most) {
        values = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }

    /** @param store asked for what is not here */
    Optional<V> get(String key, Function<String, @Nullable V> store) {
        @Nullable V value = values.get(key);
        if (value == null) {
            value = store.apply(key);
            if (value != null) {
                values.put(key, value);
            }
        }
        return Optional.ofNullable(value);
    }

    void put(String key, V value) {
        values.put(key, value);
    }

    void remove(String key) {
        values.remove(key);
    }
}
