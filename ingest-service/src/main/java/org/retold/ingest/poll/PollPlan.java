package org.retold.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a feed is asked again.
 *
 * @param nextPoll absent when it is not asked any more
 * @param interval what was learnt about its habit
 * @param because one sentence for people
 */
public record PollPlan(@Nullable Instant nextPoll, Duration interval, String because) {}
