package org.retold.api.correction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who says something, when and why.
 *
 * @param reason in their words
 */
public record Word(String by, Instant at, @Nullable String reason) {}
