package org.retold.api.postgres;

import java.util.Map;

/**
 * A statement that was put together for what somebody asked: of constants of this room, while their words are only ever
 * bound.
 *
 * @param values by the names of the statement's parameters
 */
record BoundSql(String text, Map<String, Object> values) {}
