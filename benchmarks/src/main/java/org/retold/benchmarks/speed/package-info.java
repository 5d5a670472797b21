/** How long each step of detection takes; run by {@code ./retold bench speed}. */
@NullMarked
package org.retold.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
