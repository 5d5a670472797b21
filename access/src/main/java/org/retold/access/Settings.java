package org.retold.access;

import java.util.Optional;
import java.util.function.Function;

/**
 * What is set, by name; what is empty is not set.
 *
 * @param byName gives what is set under a name
 */
public record Settings(Function<String, Optional<String>> byName) {

    Optional<String> value(String name) {
        return byName.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    String value(String name, String usually) {
        return value(name).orElse(usually);
    }
}
