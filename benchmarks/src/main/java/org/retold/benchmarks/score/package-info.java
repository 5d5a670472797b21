/** How well predicted stories agree with labelled ones. */
@NullMarked
package org.retold.benchmarks.score;

import org.jspecify.annotations.NullMarked;
