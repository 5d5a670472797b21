package org.retold.api.story;

import java.util.List;

/** What people asked for, if it could be understood. */
public sealed interface Asked<T> {

    /** It could. */
    record Understood<T>(T what) implements Asked<T> {}

    /** It could not. */
    record NotUnderstood<T>(List<BadParameter> problems) implements Asked<T> {

        public NotUnderstood {
            problems = List.copyOf(problems);
        }
    }
}
