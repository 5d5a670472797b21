/**
 * How long each step of detection takes; run by {@code ./retold bench speed}. Calls are timed one by one, so that a median
 * can be given; it still moves with what else the machine does.
 */
@NullMarked
package org.retold.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
