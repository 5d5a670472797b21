/**
 * How long each step of detection takes; run by {@code ./retold bench speed}. Calls are timed one by one: their median is
 * the same whatever else the machine does.
 */
@NullMarked
package org.retold.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
